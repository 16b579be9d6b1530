// core/explain/gradients/normed_block.h: the values after a block's first norm, and the gradient there.
#pragma once
#include "core/explain/gradients/block_backward.h"

namespace patchlight
{

struct NormGradient {
    at::Tensor values, gradient; ///< [1, T, D]; Swin [1, rows, columns, D]
    GridSize grid;
};

/// `pass` must have been taken back to the output of `layer`. A block that is left out has a gradient of 0.
NormGradient gradientAtNorm(const NetworkTask& task, const BlockBackward& pass, LayerIndex layer);

/// The values alone, their gradient undefined: `pass` need not have begun to go back.
NormGradient valuesAtNorm(const NetworkTask& task, const BlockBackward& pass, LayerIndex layer);

}
