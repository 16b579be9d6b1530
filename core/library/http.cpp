// core/library/http.cpp
#include "core/library/http.h"
#include "core/library/url.h"
#include <algorithm>
#include <curl/curl.h>
#include <optional>

namespace patchlight
{
namespace
{

constexpr int kPollMilliseconds = 100; ///< how late a request to stop may be heard
constexpr std::size_t kMostHeaders = 200;

void initialiseOnce()
{
    static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    static_cast<void>(done);
}

/// One request on its way: what libcurl's callbacks write to.
struct Exchange {
    const HttpSink& sink;
    HttpAnswer answer;
    bool begun = false, stopped = false;

    bool begin()
    {
        if (!begun)
            stopped = sink.begin && !sink.begin(answer);
        begun = true;
        return !stopped;
    }

    void header(std::string_view line)
    {
        if (line.starts_with("HTTP/")) // an interim answer came before
            answer.headers.clear();
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || answer.headers.size() > kMostHeaders)
            return;
        std::string name(line.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        const auto value = line.substr(colon + 1);
        const auto first = value.find_first_not_of(" \t\r\n");
        answer.headers[name] = first == std::string_view::npos
            ? ""
            : std::string(value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1));
    }
};

std::size_t onHeader(char* data, std::size_t, std::size_t size, void* exchange)
{
    static_cast<Exchange*>(exchange)->header({data, size});
    return size;
}

struct Transfer {
    CURL* easy;
    Exchange exchange;

    void readStatus()
    {
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        exchange.answer.status = static_cast<int>(status);
    }
};

std::size_t onBody(char* data, std::size_t, std::size_t size, void* context)
{
    auto& transfer = *static_cast<Transfer*>(context);
    transfer.readStatus();
    auto& exchange = transfer.exchange;
    if (!exchange.begin())
        return CURL_WRITEFUNC_ERROR;
    if (exchange.sink.take && !exchange.sink.take(std::as_bytes(std::span{data, size})))
        exchange.stopped = true;
    return exchange.stopped ? CURL_WRITEFUNC_ERROR : size;
}

bool beforeConnection(CURLcode code, CURL* easy)
{
    double connected = 0;
    curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME, &connected);
    return connected <= 0 || code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST
        || code == CURLE_COULDNT_RESOLVE_PROXY;
}

/// What the common verdicts mean, in words that do not change with libcurl's version.
struct HttpReason {
    CURLcode code;
    const char* words;
};
const HttpReason kHttpReasons[]{HttpReason{CURLE_UNSUPPORTED_PROTOCOL, "its address is neither http nor https"},
    HttpReason{CURLE_URL_MALFORMAT, "its address is malformed"},
    HttpReason{CURLE_COULDNT_RESOLVE_PROXY, "the name of the proxy could not be resolved"},
    HttpReason{CURLE_COULDNT_RESOLVE_HOST, "its name could not be resolved"},
    HttpReason{CURLE_COULDNT_CONNECT, "no connection could be made"},
    HttpReason{CURLE_WEIRD_SERVER_REPLY, "the answer is not HTTP"},
    HttpReason{CURLE_HTTP2, "its HTTP/2 could not be read"},
    HttpReason{CURLE_HTTP2_STREAM, "its HTTP/2 stream was broken off"},
    HttpReason{CURLE_PARTIAL_FILE, "it ended before all bytes had come"},
    HttpReason{CURLE_OUT_OF_MEMORY, "there was not enough memory"},
    HttpReason{CURLE_SSL_CONNECT_ERROR, "no TLS connection could be agreed on"},
    HttpReason{CURLE_SSL_CIPHER, "no TLS cipher is shared with it"},
    HttpReason{CURLE_PEER_FAILED_VERIFICATION, "its certificate is not trusted"},
    HttpReason{CURLE_SSL_CACERT_BADFILE, "the trusted certificates of this computer cannot be read"},
    HttpReason{CURLE_GOT_NOTHING, "it closed the connection without an answer"},
    HttpReason{CURLE_SEND_ERROR, "sending failed"}, HttpReason{CURLE_RECV_ERROR, "receiving failed"},
    HttpReason{CURLE_PROXY, "the proxy refused"}};

/// "no answer for 20 s, through the proxy p:3128"
HttpTrouble troubleOf(CURLcode code, CURL* easy, const std::string& url, std::chrono::milliseconds patience)
{
    const bool early = beforeConnection(code, easy);
    const auto proxy = proxyFor(url);
    std::string reason = httpReason(code);
    if (code == CURLE_OPERATION_TIMEDOUT)
        reason = "no answer for " + std::to_string((patience.count() + 999) / 1000) + " s";
    if (!proxy.empty())
        reason += ", through the proxy " + proxy;
    return {early ? HttpTrouble::Kind::Unreachable : HttpTrouble::Kind::Broken, reason};
}

}

std::string httpReason(int code)
{
    for (const HttpReason& each : kHttpReasons)
        if (each.code == code)
            return each.words;
    return "libcurl says \"" + std::string(curl_easy_strerror(static_cast<CURLcode>(code))) + "\"";
}

struct HttpClient::Curl {
    CURLM* multi = nullptr;
    CURL* easy = nullptr;
};

std::string HttpAnswer::header(const std::string& name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

HttpClient::HttpClient(const HubAccess& access, CancelToken cancel)
    : m_access(access), m_cancel(std::move(cancel)), m_curl(std::make_unique<Curl>())
{
    initialiseOnce();
    m_curl->multi = curl_multi_init();
    m_curl->easy = curl_easy_init();
}

HttpClient::~HttpClient()
{
    curl_easy_cleanup(m_curl->easy);
    curl_multi_cleanup(m_curl->multi);
}

namespace
{

/// What holds for every request.
void setUp(CURL* easy, Transfer& transfer, std::chrono::milliseconds patience)
{
    const long seconds = static_cast<long>((patience.count() + 999) / 1000);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "patchlight/" PATCHLIGHT_VERSION);
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(patience.count()));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, seconds);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer.exchange);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
}

/// libcurl's verdict, or nothing where somebody asked to stop.
std::optional<CURLcode> carryOut(CURLM* multi, const CancelToken& cancel)
{
    for (int running = 1; running > 0;) {
        if (cancel.requested())
            return std::nullopt;
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return CURLE_FAILED_INIT;
        if (running > 0)
            curl_multi_poll(multi, nullptr, 0, kPollMilliseconds, nullptr);
    }
    int left = 0;
    const auto* message = curl_multi_info_read(multi, &left);
    return message ? message->data.result : CURLE_FAILED_INIT;
}

}

tl::expected<HttpAnswer, HttpTrouble> HttpClient::send(const HttpRequest& request, const HttpSink& sink)
{
    auto* easy = m_curl->easy;
    Transfer transfer{easy, {sink, {}, false, false}};
    curl_easy_reset(easy);
    setUp(easy, transfer, m_access.patience);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_NOBODY, request.headersOnly ? 1L : 0L);
    if (request.from > 0)
        curl_easy_setopt(easy, CURLOPT_RANGE, (std::to_string(request.from) + "-").c_str());
    const bool ours = originOf(request.url) == originOf(m_access.endpoint);
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(nullptr, &curl_slist_free_all);
    if (request.withToken && ours && !m_access.token.empty()) {
        headers.reset(curl_slist_append(nullptr, ("Authorization: Bearer " + m_access.token.m_text).c_str()));
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    }
    curl_multi_add_handle(m_curl->multi, easy);
    const auto code = carryOut(m_curl->multi, m_cancel);
    curl_multi_remove_handle(m_curl->multi, easy);
    transfer.readStatus();
    if (!code)
        return tl::make_unexpected(HttpTrouble{HttpTrouble::Kind::Cancelled, "cancelled"});
    if (transfer.exchange.stopped || (*code == CURLE_OK && !transfer.exchange.begin()))
        return tl::make_unexpected(HttpTrouble{HttpTrouble::Kind::Stopped, ""});
    if (*code != CURLE_OK)
        return tl::make_unexpected(troubleOf(*code, easy, request.url, m_access.patience));
    return std::move(transfer.exchange.answer);
}

}
