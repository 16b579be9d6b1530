// core/library/url.cpp
#include "core/library/url.h"
#include <algorithm>
#include <cstdlib>
#include <curl/curl.h>
#include <memory>

namespace patchlight
{
namespace
{

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

UrlHandle parsed(const std::string& url)
{
    UrlHandle handle(curl_url(), &curl_url_cleanup);
    if (!handle || curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        return {nullptr, &curl_url_cleanup};
    return handle;
}

std::string part(const UrlHandle& handle, CURLUPart which, unsigned flags = 0)
{
    char* text = nullptr;
    if (!handle || curl_url_get(handle.get(), which, &text, flags) != CURLUE_OK || !text)
        return "";
    std::string copy = text;
    curl_free(text);
    return copy;
}

bool isWeb(const UrlHandle& handle)
{
    const auto scheme = part(handle, CURLUPART_SCHEME);
    return scheme == "http" || scheme == "https";
}

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

}

std::string originOf(const std::string& url)
{
    const auto handle = parsed(url);
    if (!isWeb(handle))
        return "";
    auto host = part(handle, CURLUPART_HOST);
    std::transform(host.begin(), host.end(), host.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return part(handle, CURLUPART_SCHEME) + "://" + host + ":" + part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT);
}

std::string hostOf(const std::string& url)
{
    const auto handle = parsed(url);
    const auto port = part(handle, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
    return part(handle, CURLUPART_HOST) + (port.empty() ? "" : ":" + port);
}

std::string joinedUrl(const std::string& base, const std::string& location)
{
    auto handle = parsed(base);
    if (!handle || curl_url_set(handle.get(), CURLUPART_URL, location.c_str(), 0) != CURLUE_OK || !isWeb(handle))
        return "";
    return part(handle, CURLUPART_URL);
}

std::string escaped(std::string_view text)
{
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos)
            out += c;
        else
            (out += '%') += {digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

/// As libcurl looks them up; whether no_proxy exempts the host is its own matter: this only words a failure.
std::string proxyFor(const std::string& url)
{
    const bool secure = url.starts_with("https");
    std::string set = variable(secure ? "https_proxy" : "http_proxy");
    for (const char* name : {secure ? "HTTPS_PROXY" : "", "all_proxy", "ALL_PROXY"})
        if (set.empty() && *name)
            set = variable(name);
    if (set.empty())
        return "";
    const auto handle = parsed(set.find("://") == std::string::npos ? "http://" + set : set);
    const auto host = part(handle, CURLUPART_HOST);
    const auto port = part(handle, CURLUPART_PORT);
    return host.empty() ? "" : host + (port.empty() ? "" : ":" + port);
}

}
