// core/library/hub_client.cpp
#include "core/library/hub_client.h"
#include "core/library/hub_answers.h"
#include "core/library/url.h"
#include <algorithm>
#include <charconv>
#include <thread>

namespace patchlight
{
namespace
{

using namespace std::chrono_literals;
constexpr int kTries = 3;
constexpr int kMostRedirects = 5;
constexpr auto kLongestWait = 10s; ///< that a "too many requests" is waited for; longer ones are said
constexpr std::size_t kLongestText = std::size_t{16} << 20;

bool isRedirect(const HttpAnswer& answer)
{
    return answer.status >= 300 && answer.status < 400 && !answer.header("location").empty();
}

std::string apiUrl(const HubAccess& access, const HubName& model)
{
    return access.endpoint + "/api/models/" + model.id() + "/revision/" + escaped(model.revisionOrMain());
}

/// Folders of a file stay folders.
std::string escapedPath(const std::string& path)
{
    std::string out;
    for (std::size_t begin = 0; begin <= path.size();) {
        const auto end = std::min(path.find('/', begin), path.size());
        out += (begin > 0 ? "/" : "") + escaped(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

/// Where the bytes of an answer begin: a server may have no ranges, or give another than it was asked for.
std::uint64_t startOf(const HttpAnswer& answer)
{
    constexpr std::string_view unit = "bytes ";
    const auto range = answer.header("content-range");
    std::uint64_t start = 0;
    if (answer.status == 206 && range.starts_with(unit))
        std::from_chars(range.data() + unit.size(), range.data() + range.size(), start);
    return start;
}

}

HubClient::HubClient(HubAccess access, const CancelToken& cancel)
    : m_access(std::move(access)), m_http(m_access, cancel)
{
}

bool HubClient::pause(std::chrono::milliseconds time) const
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!m_http.cancel().requested() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(20ms);
    return !m_http.cancel().requested();
}

/// Redirects within the endpoint (renamed repositories, its own cache of small files) are followed, and what the first
/// answer said of the file still holds; one that leads elsewhere is the answer.
HubResult<HttpAnswer> HubClient::askedOnce(HttpRequest request, const HttpSink& sink, const HubName& model)
{
    std::map<std::string, std::string> linked;
    for (int redirects = 0; redirects <= kMostRedirects; ++redirects) {
        auto answer = m_http.send(request, sink);
        if (!answer)
            return hubFail(troubleWith(answer.error(), request.url));
        if (auto complaint = complaintOf(*answer, model, m_access.endpoint))
            return hubFail(std::move(*complaint));
        const auto next = isRedirect(*answer) ? joinedUrl(request.url, answer->header("location")) : "";
        for (const char* name : {"x-linked-etag", "x-linked-size"})
            if (const auto found = answer->headers.find(name); found != answer->headers.end())
                linked.insert(*found);
        answer->headers.insert(linked.begin(), linked.end());
        if (next.empty() || originOf(next) != originOf(m_access.endpoint))
            return std::move(*answer);
        request.url = next;
    }
    return hubFail(HubFailure::Untrue, hostOf(request.url) + " sends requests round in a circle; check HF_ENDPOINT");
}

HubResult<HttpAnswer> HubClient::asked(const HttpRequest& request, const HttpSink& sink, const HubName& model)
{
    if (m_access.offline)
        return hubFail(HubFailure::Offline,
            "HF_HUB_OFFLINE is set, so nothing is asked of the network for " + model.text()
                + "; unset it, or use a model that is on this computer");
    auto wait = m_access.firstPause;
    for (int tries = 1;; ++tries) {
        int asked = 0;
        const HttpSink watching{[&](const HttpAnswer& answer) {
                                    asked = secondsToWait(answer);
                                    return !sink.begin || sink.begin(answer);
                                },
            sink.take};
        auto answer = askedOnce(request, watching, model);
        const auto kind = answer ? HubFailure::Cancelled : answer.error().kind;
        const bool busy
            = kind == HubFailure::TooManyRequests && asked > 0 && std::chrono::seconds(asked) <= kLongestWait;
        const bool worthIt = kind == HubFailure::ServerTrouble || kind == HubFailure::Interrupted || busy;
        if (answer || !worthIt || tries == kTries)
            return answer;
        if (!pause(busy ? std::chrono::seconds(asked) : wait))
            return hubFail(HubFailure::Cancelled, "cancelled");
        wait *= 2;
    }
}

HubResult<std::string> HubClient::text(const std::string& url, const HubName& model)
{
    std::string body;
    bool tooLong = false;
    const HttpSink sink{[&](const HttpAnswer&) {
                            body.clear();
                            return true;
                        },
        [&](std::span<const std::byte> bytes) {
            tooLong = body.size() + bytes.size() > kLongestText;
            body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            return !tooLong;
        }};
    const auto answer = asked({url, false, 0, true}, sink, model);
    if (tooLong)
        return hubFail(
            HubFailure::Untrue, hostOf(url) + " answers about " + model.id() + " without end; check HF_ENDPOINT");
    if (!answer)
        return hubFail(answer.error());
    return body;
}

HubResult<HubRepository> HubClient::repository(const HubName& model)
{
    const auto body = text(apiUrl(m_access, model), model);
    return body ? repositoryFromJson(*body, model) : hubFail(body.error());
}

HubResult<std::vector<std::string>> HubClient::search(const std::string& words)
{
    const HubName about{"", words, ""};
    const auto body = text(m_access.endpoint + "/api/models?limit=20&search=" + escaped(words), about);
    return body ? namesFromJson(*body) : hubFail(body.error());
}

HubResult<HubFile> HubClient::file(const HubName& model, const std::string& commit, const std::string& name)
{
    const auto url = m_access.endpoint + "/" + model.id() + "/resolve/" + commit + "/" + escapedPath(name);
    const auto answer = asked({url, true, 0, true}, {}, model);
    return answer ? fileFromHeaders(*answer, url, name) : hubFail(answer.error());
}

HubResult<void> HubClient::bytes(const HubName& model, const HubFile& file, std::uint64_t from,
    const std::function<bool(std::uint64_t start)>& begin, const std::function<bool(std::span<const std::byte>)>& take)
{
    bool good = false;
    HttpRequest request{file.location, false, from, true};
    for (int redirects = 0; redirects <= kMostRedirects; ++redirects) {
        const HttpSink sink{[&](const HttpAnswer& answer) {
                                good = answer.status == 200 || answer.status == 206;
                                return !good || begin(startOf(answer));
                            },
            [&](std::span<const std::byte> part) { return !good || take(part); }};
        const auto answer = m_http.send(request, sink);
        if (!answer)
            return hubFail(troubleWith(answer.error(), request.url));
        if (auto complaint = complaintOf(*answer, model, m_access.endpoint))
            return hubFail(std::move(*complaint));
        if (!isRedirect(*answer))
            return {};
        request.url = joinedUrl(request.url, answer->header("location"));
        if (request.url.empty())
            break;
    }
    return hubFail(HubFailure::Untrue,
        hostOf(file.location) + " does not say where to find the bytes of " + file.name + "; try again later");
}

}
