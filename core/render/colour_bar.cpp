// core/render/colour_bar.cpp
#include "core/render/colour_bar.h"
#include "core/base/formatted.h"
#include "core/base/scientific.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr int kMostDecimals = 5;
constexpr double kRounding = 1e-7; ///< of the range

/// Two significant digits of the distance between the ends.
int decimalsFor(ValueRange range)
{
    const double reach = static_cast<double>(range.high) - range.low;
    if (!(reach > 0))
        return 3;
    return std::max(0, 1 - static_cast<int>(std::floor(std::log10(reach))));
}

/// With a true minus, as the window writes numbers.
std::string withTrueMinus(const std::string& number)
{
    std::string text;
    for (const char c : number)
        if (c == '-')
            text += "\u2212";
        else
            text += c;
    return text;
}

/// Never fewer than two digits of the value itself: a low end of 0.00099 is not 0.001.
std::string valueText(double value, int decimals)
{
    if (value == 0)
        return "0";
    decimals = std::max(decimals, 1 - static_cast<int>(std::floor(std::log10(std::abs(value)))));
    if (decimals > kMostDecimals || std::abs(value) >= 1e6)
        return scientific(value, 2);
    return formatted("%.*f", decimals, value);
}

}

std::vector<Tick> colourBarTicks(ValueRange range, int count)
{
    const int decimals = decimalsFor(range);
    std::vector<Tick> ticks;
    for (int i = 0; i < count; ++i) {
        const double position = static_cast<double>(i) / (count - 1);
        const double reach = static_cast<double>(range.high) - range.low;
        const double value = range.low + position * reach;
        const bool rounding = std::abs(value) < kRounding * reach; // the middle of a range that is symmetric
        ticks.push_back({position, withTrueMinus(valueText(rounding ? 0 : value, decimals))});
    }
    return ticks;
}

Image renderColourBar(ColourMap map, int width, int height)
{
    Image bar{width, height};
    for (int y = 0; y < height; ++y) {
        const long entry = std::lround((height - 1.0 - y) * 255 / std::max(1, height - 1));
        const Rgb colour = colours(map)[static_cast<std::size_t>(entry)];
        for (int x = 0; x < width; ++x)
            std::copy_n(&colour.r, 3, bar.pixel(x, y));
    }
    return bar;
}

}
