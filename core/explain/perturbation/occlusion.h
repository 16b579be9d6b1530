// core/explain/perturbation/occlusion.h: what the answer loses when a patch is covered.
#pragma once
#include "core/explain/network_task.h"

namespace patchlight
{

/// y(picture) − y(picture with the patch in the mean colour), for every patch: signed. Uses: target, contrast.
/// Errors: Cancelled. Cost: one forward pass a patch, as predictions are made.
/// Source: Zeiler & Fergus 2014, "Visualizing and Understanding Convolutional Networks", section 4.2.
Result<Explanation> occlusion(const NetworkTask& task);

}
