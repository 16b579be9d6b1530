// core/base/shown_text.cpp
#include "core/base/shown_text.h"
#include "core/base/formatted.h"
#include <cstdint>

namespace patchlight
{
namespace
{

/// One character of UTF-8; `size` bytes. A byte that begins none is a character by itself, and `broken`.
struct Utf8Character {
    std::uint32_t point = 0;
    std::size_t size = 1;
    bool broken = false;
};

Utf8Character characterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::uint32_t first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (size == 1)
        return {first, 1, false};
    if (size == 0 || at + size > text.size())
        return {first, 1, true};
    std::uint32_t point = first & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return {first, 1, true};
        point = point << 6 | (byte(i) & 0x3FU);
    }
    constexpr std::uint32_t kLeast[]{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = point >= 0xD800 && point < 0xE000;
    if (point < kLeast[size] || surrogate || point > 0x10FFFF)
        return {first, 1, true};
    return {point, size, false};
}

bool isTrick(const Utf8Character& c)
{
    const auto p = c.point;
    return p < 0x20 || (p >= 0x7F && p < 0xA0) || (!c.broken && ((p >= 0x2028 && p <= 0x202E) || (p >= 0x2066 && p <= 0x2069)));
}

bool isLayout(const Utf8Character& c)
{
    return c.point == '\n' || c.point == '\t';
}

/// replace(character) for each that `unwanted` names, everything else as it is.
template <class Unwanted, class Replace>
std::string replaced(std::string_view text, const Unwanted& unwanted, const Replace& replace)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto c = characterAt(text, at);
        if (unwanted(c))
            result += replace(c);
        else
            result += text.substr(at, c.size);
        at += c.size;
    }
    return result;
}

}

std::string harmlessText(std::string_view text)
{
    return replaced(text, [](const auto& c) { return isTrick(c) && !isLayout(c); }, [](const auto&) { return " "; });
}

std::string harmlessLine(std::string_view text)
{
    return replaced(text, isTrick, [](const auto&) { return " "; });
}

std::string harmlessJson(std::string_view json)
{
    return replaced(json, [](const auto& c) { return isTrick(c) && !isLayout(c); },
        [](const auto& c) { return formatted("\\u%04x", static_cast<unsigned>(c.point)); });
}

std::string shortened(std::string_view text, std::size_t most)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += characterAt(text, at).size)
        if (count++ == most)
            return std::string{text.substr(0, at)} + "…";
    return std::string{text};
}

std::string asWritten(std::string_view text)
{
    constexpr std::size_t kMost = 120;
    std::string written = "\"";
    written += shortened(text, kMost);
    return written += '"';
}

std::optional<std::size_t> firstLineThatIsNoText(std::string_view text)
{
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = characterAt(text, at);
        if (c.broken || c.point == 0)
            return line;
        line += c.point == '\n' ? 1 : 0;
        at += c.size;
    }
    return std::nullopt;
}

}
