// core/explain/gradients/input_gradients.h: the gradient at the picture's own pixels, once or many times.
#pragma once
#include "core/explain/network_task.h"

namespace patchlight
{

/// x · ∂y/∂x, summed over each patch: signed. Uses: target, contrast. Errors: Cancelled. Cost: four forward passes.
/// Source: Shrikumar et al. 2016, "Not Just a Black Box"; Simonyan et al. 2014.
Result<Explanation> inputGradient(const NetworkTask& task);

/// x · mean of ∂y/∂x over `steps` midpoints of the line from the mean colour (zeros) to the picture, summed over each
/// patch: signed, and all together close to y(picture) − y(mean colour). Uses: target, contrast, steps.
/// Errors: InvalidOption, Cancelled. Cost: four forward passes a step.
/// Source: Sundararajan, Taly & Yan 2017, "Axiomatic Attribution for Deep Networks", equations 1 and 3.
Result<Explanation> integratedGradients(const NetworkTask& task);

/// |mean of ∂y/∂x over `steps` noisy copies|, averaged over each patch; noise of 15 % of the picture's range from
/// `seed`. Uses: target, contrast, steps, seed. Errors: InvalidOption, Cancelled. Cost: four forward passes a step.
/// Source: Smilkov et al. 2017, "SmoothGrad", section 3.
Result<Explanation> smoothGrad(const NetworkTask& task);

}
