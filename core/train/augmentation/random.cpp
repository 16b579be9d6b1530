// core/train/augmentation/random.cpp
#include "core/train/augmentation/random.h"
#include <cmath>

namespace patchlight
{
namespace
{

/// Marsaglia & Tsang 2000; the boost for shape < 1 is theirs too.
double gammaDraw(Random& random, double shape)
{
    if (shape < 1.0)
        return gammaDraw(random, shape + 1.0) * std::pow(1.0 - random.uniform(), 1.0 / shape);
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double normal
            = std::sqrt(-2.0 * std::log(1.0 - random.uniform())) * std::cos(2.0 * M_PI * random.uniform());
        const double v = std::pow(1.0 + c * normal, 3);
        if (v > 0 && std::log(1.0 - random.uniform()) < 0.5 * normal * normal + d - d * v + d * std::log(v))
            return d * v;
    }
}

}

double betaDraw(Random& random, double a)
{
    const double x = gammaDraw(random, a);
    const double y = gammaDraw(random, a);
    return x + y > 0 ? x / (x + y) : 0.5;
}

}
