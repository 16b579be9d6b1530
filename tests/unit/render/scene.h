// tests/unit/render/scene.h: a small picture, a map and where the network looked; all from formulas.
#pragma once
#include "core/render/overlay.h"
#include <cmath>
#include <limits>

namespace scene
{
using namespace patchlight;

inline constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

inline Image picture(int width = 96, int height = 64)
{
    Image image{width, height};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            auto* pixel = image.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(40 + x * 2);
            pixel[1] = static_cast<std::uint8_t>(230 - y * 3);
            pixel[2] = static_cast<std::uint8_t>((x * y) % 251);
        }
    }
    return image;
}

/// The centre 56 × 56 of the picture shrunk by half and cropped to 28 × 28.
inline InputGeometry geometry()
{
    return {{64, 96}, {28, 28}, 0.5, 0.5, 10, 2};
}

inline Grid<float> waves(int side = 7)
{
    Grid<float> map{{side, side}};
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column)
            map.at({row, column})
                = std::sin(0.9F * static_cast<float>(row)) * std::cos(0.6F * static_cast<float>(column));
    }
    return map;
}

inline Grid<float> oneHot(Cell hot, int side = 7)
{
    Grid<float> map{{side, side}, kNone};
    map.at(hot) = 1;
    return map;
}

inline Look look(Interpolation interpolation = Interpolation::Patches)
{
    Look result;
    result.interpolation = interpolation;
    result.dimOutside = false;
    result.cover = Cover::Even;
    return result;
}

}
