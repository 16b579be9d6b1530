// core/explain/gradients/cam_layer.h: the channels that class activation maps weigh: a block's first norm.
#pragma once
#include "core/explain/gradients/block_backward.h"

namespace patchlight
{

struct CamLayer {
    at::Tensor channels, gradient; ///< [patches, D]; the gradient is undefined where none was asked for
    GridSize grid;
};

/// A pass taken back to the output of request.layer, which is filled in (the last where absent).
/// Errors: Cancelled, InvalidOption (no such layer).
Result<BlockBackward> passTo(const NetworkTask& task, ExplainRequest& request);

/// At the first norm of request.layer, which is filled in. Errors: those of passTo.
Result<CamLayer> camLayer(const NetworkTask& task, ExplainRequest& request, bool withGradient);

/// The answer of a method that cuts negative values off.
Explanation camAnswer(const at::Tensor& map, GridSize grid, const ExplainRequest& request);

}
