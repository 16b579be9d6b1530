// core/library/hub_name.cpp
#include "core/library/hub_name.h"
#include "core/base/message_parts.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr std::size_t kLongestPart = 96;
constexpr std::string_view kScheme = "hf:";
constexpr std::string_view kSites[]{"https://huggingface.co/", "https://hf.co/"};

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
        || c == '.';
}

bool isPart(std::string_view part)
{
    const auto edge = [](char c) { return c == '-' || c == '.'; };
    return !part.empty() && part.size() <= kLongestPart && std::all_of(part.begin(), part.end(), isWordCharacter)
        && !edge(part.front()) && !edge(part.back()) && part.find("..") == std::string_view::npos
        && part.find("--") == std::string_view::npos;
}

tl::unexpected<Error> noName(std::string_view text, const std::string& reason)
{
    return fail(ErrorCode::InvalidOption,
        inQuotes(text) + " is no model's name on the hub: " + reason
            + "; write owner/name, as in timm/vit_small_patch16_224.augreg_in1k");
}

std::string_view withoutSite(std::string_view text)
{
    for (const auto site : kSites)
        if (text.starts_with(site))
            text.remove_prefix(site.size());
    while (text.ends_with('/'))
        text.remove_suffix(1);
    return text;
}

}

bool isSafeRelative(std::string_view path)
{
    constexpr std::size_t longest = 255;
    if (path.empty() || path.size() > longest || path.front() == '/' || path.back() == '/')
        return false;
    if (std::any_of(path.begin(), path.end(),
            [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\\' || c == '\x7f'; }))
        return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const auto end = std::min(path.find('/', begin), path.size());
        const auto part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..")
            return false;
        begin = end + 1;
    }
    return true;
}

bool isCommit(std::string_view text)
{
    return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool mustBeHubName(std::string_view text)
{
    return text.starts_with(kScheme)
        || std::any_of(std::begin(kSites), std::end(kSites), [&](auto site) { return text.starts_with(site); });
}

Result<HubName> parseHubName(std::string_view text)
{
    const bool told = mustBeHubName(text);
    auto rest = withoutSite(text.starts_with(kScheme) ? text.substr(kScheme.size()) : text);
    HubName parsed;
    if (const auto at = rest.find('@'); at != std::string_view::npos) {
        parsed.revision = rest.substr(at + 1);
        rest = rest.substr(0, at);
        if (!isSafeRelative(parsed.revision))
            return noName(text, "what follows the @ is no branch, tag or commit");
    }
    const auto slash = rest.find('/');
    if (slash != std::string_view::npos)
        parsed.owner = rest.substr(0, slash);
    parsed.name = slash == std::string_view::npos ? rest : rest.substr(slash + 1);
    if (slash == std::string_view::npos && !told)
        return noName(text, "it has no owner");
    if ((slash != std::string_view::npos && !isPart(parsed.owner)) || !isPart(parsed.name))
        return noName(text, "owner and name are letters, digits, '-', '_' and '.'");
    return parsed;
}

bool looksLikeHubName(std::string_view text)
{
    return parseHubName(text).has_value();
}

}
