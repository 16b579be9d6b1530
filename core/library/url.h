// core/library/url.h: addresses taken apart and joined, by the same library that will ask them.
#pragma once
#include <string>
#include <string_view>

namespace patchlight
{

/// "https://host:443": what a token is meant for. Empty for what is no http or https address.
std::string originOf(const std::string& url);
/// "host", with its port where that is not the scheme's own: for messages.
std::string hostOf(const std::string& url);
/// Where a Location header of `base` leads; empty where it is no http or https address.
std::string joinedUrl(const std::string& base, const std::string& location);
/// Bytes that may stand in one part of a path; '/' is written %2F.
std::string escaped(std::string_view text);

/// The proxy that the environment names for this address, without its user and password; empty where there is none.
std::string proxyFor(const std::string& url);

}
