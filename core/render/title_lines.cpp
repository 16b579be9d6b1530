// core/render/title_lines.cpp
#include "core/render/title_lines.h"
#include <string_view>

namespace patchlight
{

std::vector<std::string> titleLines(
    const std::string& title, double width, const std::function<double(const std::string&)>& widthOf)
{
    constexpr std::string_view kBetween = " · ";
    std::vector<std::string> lines(1);
    for (std::size_t begin = 0; begin <= title.size();) {
        const auto end = std::min(title.find(kBetween, begin), title.size());
        const auto part = title.substr(begin, end - begin);
        const auto longer = lines.back().empty() ? part : lines.back() + std::string{kBetween} + part;
        if (lines.back().empty() || widthOf(longer) <= width)
            lines.back() = longer;
        else
            lines.push_back(part);
        begin = end + kBetween.size();
    }
    return lines;
}

}
