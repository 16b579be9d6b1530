// core/checkpoint/unicode_text.cpp
#include "core/checkpoint/unicode_text.h"
#include <cstdint>

namespace patchlight
{
namespace
{

void append(std::string& text, std::uint32_t point)
{
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | point >> 6);
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3F));
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[2 * i]), second = static_cast<unsigned char>(bytes[2 * i + 1]);
        return static_cast<std::uint32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    constexpr char kNoUtf8 = '\xFF'; // for whoever checks the text
    std::string text;
    const auto units = bytes.size() / 2;
    for (std::size_t i = 0; i < units; ++i) {
        const auto one = unit(i);
        const bool high = one >= 0xD800 && one < 0xDC00;
        const auto next = high && i + 1 < units ? unit(i + 1) : 0;
        if (next >= 0xDC00 && next < 0xE000) {
            append(text, 0x10000 + ((one - 0xD800) << 10) + (next - 0xDC00));
            ++i;
        } else if (one >= 0xD800 && one < 0xE000) {
            text += kNoUtf8;
        } else {
            append(text, one);
        }
    }
    if (bytes.size() % 2 != 0)
        text += kNoUtf8;
    return text;
}

}

std::string utf8From(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"))
        return fromUtf16(bytes.substr(2), false);
    if (bytes.starts_with("\xFE\xFF"))
        return fromUtf16(bytes.substr(2), true);
    return std::string(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
}

}
