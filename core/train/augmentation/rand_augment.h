// core/train/augmentation/rand_augment.h: random operations on a picture: some move it, some change its colours.
#pragma once
#include "core/train/augmentation/affine.h"
#include <ATen/core/Tensor.h>
#include <vector>

namespace patchlight
{

/// One colour operation of one sample. Amounts are in the operation's own units.
struct ColourStep {
    int operation = 0; ///< index into the table of rand_augment.cpp
    float amount = 0;
};

/// Operations drawn for one sample: the moves are already folded into one map.
struct DrawnOperations {
    Affine move;
    std::vector<ColourStep> colours;
};

/// `randOperations` of twelve: rotate, shear x/y, translate x/y, brightness, contrast, colour, sharpness, posterize,
/// solarize, autocontrast; magnitudes N(randMagnitude, randSpread²) of 10, as "rand-m9-mstd0.5-inc1" in timm
/// (without its histogram equalisation and inversion). With RandAugment off: the colour jitter.
/// Source: Cubuk et al. 2020, "RandAugment"; the increasing variants are timm's.
DrawnOperations drawOperations(const Augmentation& options, Random& random);

/// Applies step `k` of every sample that has one. `x`: [B, 3, H, W] in [0, 1], changed in place.
void applyColours(at::Tensor& x, const std::vector<DrawnOperations>& drawn);

}
