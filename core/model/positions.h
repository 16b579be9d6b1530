// core/model/positions.h: learned positions at another grid than the one they were trained at.
#pragma once
#include "core/base/model_config.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{

/// positions [1, from.count(), D] → [1, to.count(), D]; unchanged where the grids are equal. Each way is one
/// reference's own: timm (bicubic, antialiased), google-research (bilinear, corners kept: scipy's zoom of order 1),
/// torchvision (bicubic, corners kept), DINO (bicubic at the scale (n + 0.1) / m), Hugging Face (bicubic).
at::Tensor resamplePositions(
    const at::Tensor& positions, GridSize from, GridSize to, ModelConfig::PositionResample how);

/// SigLIP 2's NaFlex resizes its square of positions to every picture's grid: bilinear, antialiased. Shapes as above.
at::Tensor resampleForAnyGrid(const at::Tensor& positions, GridSize from, GridSize to);

}
