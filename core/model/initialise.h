// core/model/initialise.h: the weights training starts from.
#pragma once
#include "core/model/network.h"

namespace patchlight
{

/// Linear layers, tokens, positions and bias tables from N(0, 0.02²) cut at ±2σ, biases zero, norms one, patch
/// projections U(±1/√fan-in), convolutions of a stem N(0, 2/fan-in), LayerScale 1e-5. Draws from torch's default
/// generator: `torch::manual_seed` makes it repeatable.
/// Source: Dosovitskiy et al. 2021, as in timm's and DeiT's code.
void initialise(Network& network);

/// One parameter of that name alone.
void initialiseParameter(const std::string& name, at::Tensor& tensor);

}
