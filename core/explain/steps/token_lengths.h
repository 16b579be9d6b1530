// core/explain/steps/token_lengths.h: how long every token is (L2 norm) before, in and after a block.
#pragma once
#include "core/base/grid.h"
#include <vector>

namespace at
{
class Tensor;
}

namespace patchlight
{

/// One number a token; of Swin one a cell, row by row. Empty where the block did not run.
struct TokenLengths {
    std::vector<float> before; ///< of what the block was given (Swin: after merging)
    std::vector<float> attention; ///< of what attention adds: middle − before
    std::vector<float> middle;
    std::vector<float> mlp; ///< of what the MLP adds: after − middle
    std::vector<float> after;
};

/// Tensors [T, D] or [rows, columns, D] of one picture. Where `middle` is undefined (a block that joins both branches
/// at once), attention, middle and mlp stay empty.
TokenLengths tokenLengths(const at::Tensor& before, const at::Tensor& middle, const at::Tensor& after);

}
