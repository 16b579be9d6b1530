// core/train/augmentation/mix.cpp
#include "core/train/augmentation/mix.h"
#include <cmath>
#include <torch/types.h>

namespace patchlight
{
namespace
{

using at::Tensor;

Mixing cutBox(double share, int side, Random& random)
{
    Mixing mixing{Mixing::Kind::Cutmix, share, 0, 0, 0, 0};
    const int cut = std::clamp(static_cast<int>(std::lround(side * std::sqrt(1 - share))), 0, side);
    mixing.height = mixing.width = cut;
    mixing.top = random.below(side - cut + 1);
    mixing.left = random.below(side - cut + 1);
    mixing.share = 1.0 - static_cast<double>(cut * cut) / (side * side);
    return mixing;
}

/// The box of the reversed batch, in units of `scale` cells.
Tensor pasted(const Tensor& x, const Mixing& mixing, std::int64_t scale)
{
    auto result = x.clone();
    const auto box = [&](const Tensor& from) {
        return from.narrow(2, mixing.top * scale, mixing.height * scale)
            .narrow(3, mixing.left * scale, mixing.width * scale);
    };
    box(result).copy_(box(x.flip(0)));
    return result;
}

}

Mixing drawMixing(const Augmentation& options, int gridSide, Random& random)
{
    if (!random.chance(options.mixProbability) || (options.mixup <= 0 && options.cutmix <= 0))
        return {};
    const bool cut = options.cutmix > 0 && (options.mixup <= 0 || random.chance(options.switchProbability));
    const double share = betaDraw(random, cut ? options.cutmix : options.mixup);
    return cut ? cutBox(share, gridSide, random) : Mixing{Mixing::Kind::Mixup, share, 0, 0, 0, 0};
}

Tensor mixPictures(const Tensor& input, const Mixing& mixing, int gridSide)
{
    if (mixing.kind == Mixing::Kind::Cutmix)
        return pasted(input, mixing, input.size(2) / gridSide);
    return mixTargets(input, mixing);
}

Tensor mixTargets(const Tensor& targets, const Mixing& mixing)
{
    if (mixing.kind == Mixing::Kind::None)
        return targets;
    return targets * mixing.share + targets.flip(0) * (1 - mixing.share);
}

Tensor mixPlaces(const Tensor& features, const Mixing& mixing)
{
    return mixing.kind == Mixing::Kind::Cutmix ? pasted(features, mixing, 1) : mixTargets(features, mixing);
}

}
