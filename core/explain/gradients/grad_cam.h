// core/explain/gradients/grad_cam.h: the last block's channels, or its heads, weighted by their gradient.
#pragma once
#include "core/explain/network_task.h"

namespace patchlight
{

/// (Σ_c w_c·x_c)⁺ over patches at the first norm of the last block (or `layer`), w_c = mean over patches of the
/// gradient. Uses: target, contrast, layer. Errors: Cancelled, InvalidOption.
/// Cost: one forward pass and the blocks above `layer` backwards. Source: Selvaraju et al. 2017, section 3.
Result<Explanation> gradCam(const NetworkTask& task);

/// (mean over heads of g_h·A_h[query, patches])⁺, g_h = mean over patches of ∇A_h[query], of the last block (or
/// `layer`). Uses: target, contrast, layer, query. Errors: Cancelled, InvalidOption, Unsupported (Swin). Source:
/// Chefer, Gur & Wolf, CVPR 2021, section 4.
Result<Explanation> attentionGradCam(const NetworkTask& task);

}
