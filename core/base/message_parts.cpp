// core/base/message_parts.cpp
#include "core/base/message_parts.h"
#include <algorithm>

namespace patchlight
{

std::string inQuotes(std::string_view name)
{
    constexpr std::size_t most = 120;
    std::string text = "'";
    for (const char c : name.substr(0, most))
        text += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f ? '?' : c;
    return text + (name.size() > most ? "…'" : "'");
}

std::string shapeText(std::span<const std::int64_t> shape)
{
    std::string text = "[";
    for (std::size_t axis = 0; axis < shape.size(); ++axis)
        text += (axis ? ", " : "") + std::to_string(shape[axis]);
    return text + "]";
}

std::string firstTen(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (i ? ", " : "") + names[i];
    return names.size() > most ? text + " and " + std::to_string(names.size() - most) + " more" : text;
}

}
