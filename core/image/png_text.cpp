// core/image/png_text.cpp
#include "core/image/png_text.h"
#include <string>
#include <zlib.h>

namespace patchlight
{
namespace
{

constexpr std::string_view kKeyword{"Raw profile type exif\0", 22};
constexpr std::size_t kMostText = std::size_t{1} << 20;

std::string inflatedText(std::string_view packed)
{
    std::string text(kMostText, '\0');
    auto length = static_cast<uLongf>(text.size());
    const auto done = uncompress(reinterpret_cast<Bytef*>(text.data()), &length,
        reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
    text.resize(done == Z_OK ? length : 0);
    return text;
}

/// Behind keyword and its end: zTXt has a method; iTXt a flag, a method, a language and a translated keyword.
std::string textBehindKeyword(std::string_view type, std::string_view rest)
{
    if (type == "tEXt")
        return std::string{rest.substr(0, kMostText)};
    if (type == "zTXt")
        return rest.empty() ? std::string{} : inflatedText(rest.substr(1));
    if (rest.size() < 2)
        return {};
    const bool packed = rest[0] != '\0';
    rest.remove_prefix(2);
    for (int name = 0; name < 2; ++name) {
        const auto end = rest.find('\0');
        if (end == std::string_view::npos)
            return {};
        rest.remove_prefix(end + 1);
    }
    return packed ? inflatedText(rest) : std::string{rest.substr(0, kMostText)};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// "\nexif\n   LENGTH\nHEX\nHEX…": what stands behind the third line end.
std::vector<std::byte> fromHex(std::string_view text)
{
    for (int line = 0; line < 3; ++line) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos)
            return {};
        text.remove_prefix(end + 1);
    }
    std::vector<std::byte> bytes;
    int high = -1;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == ' ' || c == '\0')
            continue;
        const int digit = hexDigit(c);
        if (digit < 0)
            return {};
        if (high >= 0)
            bytes.push_back(static_cast<std::byte>(high << 4 | digit));
        high = high >= 0 ? -1 : digit;
    }
    return bytes;
}

}

std::vector<std::byte> exifInPngText(std::string_view type, std::span<const std::byte> data)
{
    const std::string_view all{reinterpret_cast<const char*>(data.data()), data.size()};
    if ((type != "tEXt" && type != "zTXt" && type != "iTXt") || !all.starts_with(kKeyword))
        return {};
    return fromHex(textBehindKeyword(type, all.substr(kKeyword.size())));
}

}
