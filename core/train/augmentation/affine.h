// core/train/augmentation/affine.h: which part of a picture a training sample shows, as a map from output to picture.
#pragma once
#include "core/train/augmentation/random.h"
#include "core/train/options.h"
#include <array>

namespace patchlight
{

/// (x, y) of the output → (x', y') of the picture, both in [−1, 1] from edge to edge: x' = a·x + b·y + c,
/// y' = d·x + e·y + f. The teacher's feature map is sampled through the same map.
struct Affine {
    std::array<float, 6> m{1, 0, 0, 0, 1, 0};

    /// First `inner`, then this one.
    Affine after(const Affine& inner) const;
};

/// Random resized crop and flip. Source: Szegedy et al. 2015, section 6, as in torchvision (ten tries, then the
/// middle).
Affine randomCrop(const Augmentation& options, Random& random);

}
