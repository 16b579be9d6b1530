// core/base/scientific.cpp
#include "core/base/scientific.h"
#include "core/base/formatted.h"
#include <array>
#include <cmath>
#include <cstdlib>

namespace patchlight
{

std::string timesPowerOfTen(const std::string& mantissa, int exponent)
{
    static constexpr std::array kRaised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = mantissa + "×10" + (exponent < 0 ? "⁻" : "");
    for (const char digit : std::to_string(std::abs(exponent)))
        text += kRaised.at(static_cast<std::size_t>(digit - '0'));
    return text;
}

std::string scientific(double value, int digits)
{
    const std::string plain = formatted("%.*e", digits - 1, std::abs(value)); // rounded: 0.00998 is 1.0e-02
    const std::size_t mark = plain.find('e');
    return (value < 0 ? "−" : "") + timesPowerOfTen(plain.substr(0, mark), std::atoi(plain.c_str() + mark + 1));
}

}
