// core/explain/gradients/cam_family.h: Grad-CAM's relatives, all at the first norm of the last block or of `layer`.
#pragma once
#include "core/explain/network_task.h"

namespace patchlight
{

// x [patches, D] are the channels there, g their gradient. Checked against pytorch-grad-cam 1.5 on the same networks.

/// (Σ_c w_c·x_c)⁺, w_c = Σ over patches of α·g⁺, α = g² / (2·g² + g³·Σ over patches of x_c), 0 where g is.
/// Uses: target, contrast, layer. Errors: Cancelled, InvalidOption.
/// Source: Chattopadhay et al. 2018, "Grad-CAM++", equations 10 and 19.
Result<Explanation> gradCamPlusPlus(const NetworkTask& task);

/// (Σ_c g⁺_c·x_c)⁺: each patch weighs its channels itself. Uses: target, contrast, layer. Errors: Cancelled,
/// InvalidOption. Source: Jiang et al. 2021, "LayerCAM", equations 4 to 6.
Result<Explanation> layerCam(const NetworkTask& task);

/// The patches along the first principal component of x, negative ones cut off. A component's sign is arbitrary: here
/// the value that is largest in size is positive (as Seg-Eigen-CAM has it; pytorch-grad-cam leaves it to the library).
/// Knows no class. Uses: layer. Errors: Cancelled, InvalidOption. Source: Muhammad & Yeasin 2020, "Eigen-CAM".
Result<Explanation> eigenCam(const NetworkTask& task);

/// (Σ_c w_c·x_c)⁺, w = softmax over channels of the target's logit for the picture times channel c, which is enlarged
/// bilinearly and stretched to 0 … 1. Uses: target, contrast, layer. Errors: Cancelled, InvalidOption.
/// Cost: a forward pass a channel, as predictions are made. Source: Wang et al. 2020, "Score-CAM", section 3.
Result<Explanation> scoreCam(const NetworkTask& task);

}
