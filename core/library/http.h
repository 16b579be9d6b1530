// core/library/http.h: one request at a time over libcurl, which nothing else of the program sees.
#pragma once
#include "core/base/cancel.h"
#include "core/library/places.h"
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>

namespace patchlight
{

struct HttpRequest {
    std::string url; ///< http or https
    bool headersOnly = false;
    std::uint64_t from = 0; ///< first byte wanted
    bool withToken = false; ///< for the endpoint's own origin alone
};

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in small letters; of doubles the last

    std::string header(const std::string& name) const;
};

/// Where the bytes go. `begin` sees status and headers before the first byte; either stops the transfer by false.
struct HttpSink {
    std::function<bool(const HttpAnswer&)> begin;
    std::function<bool(std::span<const std::byte>)> take;
};

/// Why there is no whole answer.
struct HttpTrouble {
    enum class Kind {
        Cancelled,
        Stopped, ///< by the sink
        Unreachable, ///< before a connection stood
        Broken, ///< after it: cut, silent too long, shorter than promised
    };
    Kind kind = Kind::Unreachable;
    std::string reason; ///< "its name could not be resolved", "no answer for 20 s"
};

/// A CURLcode in plain words; of the rare ones what libcurl calls it, in quotes.
std::string httpReason(int code);

/// Keeps connections between requests. One thread at a time. Redirects are not followed; certificates are always
/// checked; proxies are those of the usual variables.
class HttpClient
{
public:
    HttpClient(const HubAccess& access, CancelToken cancel);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    tl::expected<HttpAnswer, HttpTrouble> send(const HttpRequest& request, const HttpSink& sink);
    const CancelToken& cancel() const { return m_cancel; }

private:
    struct Curl;
    HubAccess m_access;
    CancelToken m_cancel;
    std::unique_ptr<Curl> m_curl;
};

}
