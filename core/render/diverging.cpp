// core/render/diverging.cpp
#include "core/render/diverging.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

using Triple = std::array<double, 3>;
constexpr Triple kWhite{0.95047, 1.0, 1.08883}; ///< D65

double toLinear(double v)
{
    return v > 0.04045 ? std::pow((v + 0.055) / 1.055, 2.4) : v / 12.92;
}

double toSrgb(double v)
{
    return v > 0.0031308 ? 1.055 * std::pow(v, 1 / 2.4) - 0.055 : v * 12.92;
}

/// sRGB → CIELAB.
Triple labOf(Rgb colour)
{
    const double r = toLinear(colour.r / 255.0), g = toLinear(colour.g / 255.0), b = toLinear(colour.b / 255.0);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / kWhite[0]);
    const double y = f((0.2126 * r + 0.7152 * g + 0.0722 * b) / kWhite[1]);
    const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / kWhite[2]);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Rgb rgbOf(const Triple& lab)
{
    const auto inverse = [](double t) { return t > 0.206893 ? t * t * t : (t - 16.0 / 116) / 7.787; };
    const double fy = (lab[0] + 16) / 116;
    const double x = kWhite[0] * inverse(fy + lab[1] / 500);
    const double y = kWhite[1] * inverse(fy);
    const double z = kWhite[2] * inverse(fy - lab[2] / 200);
    const auto byte
        = [](double v) { return static_cast<std::uint8_t>(std::lround(std::clamp(toSrgb(v), 0.0, 1.0) * 255)); };
    return {byte(3.2406 * x - 1.5372 * y - 0.4986 * z), byte(-0.9689 * x + 1.8758 * y + 0.0415 * z),
        byte(0.0557 * x - 0.2040 * y + 1.0570 * z)};
}

/// Magnitude, saturation angle, hue: CIELAB in polar coordinates.
Triple mshOf(Rgb colour)
{
    const Triple lab = labOf(colour);
    const double magnitude = std::sqrt(lab[0] * lab[0] + lab[1] * lab[1] + lab[2] * lab[2]);
    return {magnitude, std::acos(lab[0] / magnitude), std::atan2(lab[2], lab[1])};
}

Triple labOfMsh(const Triple& msh)
{
    return {msh[0] * std::cos(msh[1]), msh[0] * std::sin(msh[1]) * std::cos(msh[2]),
        msh[0] * std::sin(msh[1]) * std::sin(msh[2])};
}

/// The hue that a saturated colour turns to on its way to a neutral one, so that the path looks straight.
double spunHue(const Triple& saturated, double neutralMagnitude)
{
    if (saturated[0] >= neutralMagnitude)
        return saturated[2];
    const double spin = saturated[1] * std::sqrt(neutralMagnitude * neutralMagnitude - saturated[0] * saturated[0])
        / (saturated[0] * std::sin(saturated[1]));
    return saturated[2] > -1.0472 ? saturated[2] + spin : saturated[2] - spin;
}

}

std::array<Rgb, 256> divergingTable(Rgb low, Rgb high)
{
    const Triple ends[2]{mshOf(low), mshOf(high)};
    const double middle = std::max({ends[0][0], ends[1][0], 88.0});
    std::array<Rgb, 256> table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double t = static_cast<double>(i) / 255;
        const Triple& end = ends[t < 0.5 ? 0 : 1];
        const double toEnd = std::abs(2 * t - 1); // 0 at the neutral centre
        const double neutralHue = spunHue(end, middle);
        table[i] = rgbOf(
            labOfMsh({middle + (end[0] - middle) * toEnd, end[1] * toEnd, neutralHue + (end[2] - neutralHue) * toEnd}));
    }
    return table;
}

}
