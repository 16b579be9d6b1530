// core/model/training_noise.h: what training perturbs and inference must not: dropout and stochastic depth.
#pragma once
#include <torch/nn/module.h>

namespace patchlight
{

/// Rates in [0, 1); all zero by default. Only a network in training mode (`train()`) is perturbed.
struct TrainingNoise {
    double dropout = 0; ///< of positions' sum, attention's projection and the MLP
    double dropPath = 0; ///< of the last block; the first has none, those between grow linearly with depth

    /// Stochastic depth of one block: rate · l / (L − 1).
    TrainingNoise ofBlock(int layer, int blocks) const;
};

/// Zeroes values at the rate and scales the others by 1 / (1 − rate).
at::Tensor dropValues(const at::Tensor& x, double rate, bool training);

/// Leaves the whole residual branch of a sample out, scaling the others by 1 / (1 − rate).
/// Source: Huang et al. 2016, "Deep Networks with Stochastic Depth".
at::Tensor dropBranch(const at::Tensor& branch, double rate, bool training);

}
