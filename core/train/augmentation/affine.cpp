// core/train/augmentation/affine.cpp
#include "core/train/augmentation/affine.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr int kTries = 10;

/// A window of `width` × `height` (shares of the picture) whose middle lies at (x, y).
Affine window(double width, double height, double x, double y, bool flipped)
{
    return {{static_cast<float>(flipped ? -width : width), 0, static_cast<float>(x), 0, static_cast<float>(height),
        static_cast<float>(y)}};
}

}

Affine Affine::after(const Affine& inner) const
{
    const auto& o = m;
    const auto& i = inner.m;
    return {{o[0] * i[0] + o[1] * i[3], o[0] * i[1] + o[1] * i[4], o[0] * i[2] + o[1] * i[5] + o[2],
        o[3] * i[0] + o[4] * i[3], o[3] * i[1] + o[4] * i[4], o[3] * i[2] + o[4] * i[5] + o[5]}};
}

Affine randomCrop(const Augmentation& options, Random& random)
{
    const bool flipped = random.chance(options.flip);
    for (int attempt = 0; attempt < kTries; ++attempt) {
        const double area = random.uniform(options.smallestArea, options.largestArea);
        const double ratio = std::exp(random.uniform(-std::log(options.aspect), std::log(options.aspect)));
        const double width = std::sqrt(area * ratio);
        const double height = std::sqrt(area / ratio);
        if (width <= 1 && height <= 1)
            return window(
                width, height, random.uniform(width - 1, 1 - width), random.uniform(height - 1, 1 - height), flipped);
    }
    return window(1, 1, 0, 0, flipped);
}

}
