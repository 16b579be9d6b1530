// core/train/augmentation/augment.h: pictures of a batch → what the network is shown.
#pragma once
#include "core/train/augmentation/affine.h"
#include <ATen/core/Tensor.h>
#include <span>

namespace patchlight
{

/// One training batch before mixing.
struct Batch {
    at::Tensor input; ///< [B, 3, S, S], normalised by ImageNet's mean and deviation
    at::Tensor maps; ///< [B, 2, 3] float32: output → picture (see Affine)
    at::Tensor labels; ///< [B] int64
    at::Tensor indices; ///< [B] int64: which pictures
};

/// Crops, flips, recolours and erases. All tensors stay on the device of `pixels`, so that on CUDA only indices and
/// maps travel. The draw of sample i depends on (seed, epoch, firstPosition + i) alone.
/// @param pixels [N, s, s, 3] bytes   @param labels [N] int64   @param picks indices into both
Batch augment(const at::Tensor& pixels, const at::Tensor& labels, std::span<const std::int64_t> picks, int side,
    const Augmentation& options, std::uint64_t seed, int epoch, std::int64_t firstPosition);

/// Without any augmentation: [B, 3, side, side], resized bicubically where sizes differ.
at::Tensor plainInput(const at::Tensor& pixels, int side);

/// Values in [0, 1] → normalised.
at::Tensor normalised(const at::Tensor& x);

}
