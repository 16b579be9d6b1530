// core/base/formatted.cpp
#include "core/base/formatted.h"
#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>

namespace patchlight
{

std::string formatted(const char* pattern, ...)
{
    std::array<char, 128> most; // nearly every text fits
    std::va_list values, again;
    va_start(values, pattern);
    va_copy(again, values);
    const auto length = static_cast<std::size_t>(std::vsnprintf(most.data(), most.size(), pattern, values));
    std::string text(most.data(), std::min(length, most.size() - 1));
    if (length >= most.size()) {
        text.resize(length);
        std::vsnprintf(text.data(), length + 1, pattern, again);
    }
    va_end(again);
    va_end(values);
    return text;
}

}
