// core/image/resample_kernels.h: Pillow's kernels, for pictures on their way in and for maps on their way out.
#pragma once
#include <algorithm>
#include <cmath>

namespace patchlight
{

struct ResampleKernel {
    double (*value)(double); ///< of the distance, in input pixels when not shrinking
    double support;          ///< zero from there on
};

inline double boxValue(double x)
{
    return x > -0.5 && x <= 0.5 ? 1.0 : 0.0;
}

inline double bilinearValue(double x)
{
    return std::max(0.0, 1.0 - std::abs(x));
}

/// Keys' cubic with a = −½.
inline double bicubicValue(double x)
{
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1.0)
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1;
    return x < 2.0 ? (((x - 5) * x + 8) * x - 4) * a : 0.0;
}

constexpr ResampleKernel kBoxKernel{boxValue, 0.5}, kBilinearKernel{bilinearValue, 1}, kBicubicKernel{bicubicValue, 2};

}
