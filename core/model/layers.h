// core/model/layers.h: the layers everything is made of; torch's own would fill 86 million weights only to be replaced.
#pragma once
#include "core/base/model_config.h"
#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>
#include <vector>

namespace patchlight
{

/// y = x·Wᵀ + b over the last axis. weight [out, in], bias [out] or undefined.
class LinearImpl : public torch::nn::Module
{
public:
    LinearImpl(std::int64_t in, std::int64_t out, bool withBias = true);
    at::Tensor forward(const at::Tensor& x) const;
    at::Tensor weight, bias;
};
TORCH_MODULE(Linear);

/// Zero mean and unit variance over the last axis, then weight and bias [width].
class LayerNormImpl : public torch::nn::Module
{
public:
    LayerNormImpl(std::int64_t width, double epsilon);
    at::Tensor forward(const at::Tensor& x) const;
    at::Tensor weight, bias;
    double epsilon;
};
TORCH_MODULE(LayerNorm);

/// A convolution whose kernel is its stride: every patch is projected alone. weight [out, in, side, side].
class PatchProjectionImpl : public torch::nn::Module
{
public:
    PatchProjectionImpl(std::int64_t in, std::int64_t out, std::int64_t patchSide, bool withBias);
    /// [B, in, H, W] → [B, H/side, W/side, out]
    at::Tensor forward(const at::Tensor& x) const;
    at::Tensor weight, bias;
    std::int64_t side;
};
TORCH_MODULE(PatchProjection);

/// Multiplies every channel by a learned gamma [width] (Touvron et al. 2021, "Going deeper with image transformers").
class LayerScaleImpl : public torch::nn::Module
{
public:
    explicit LayerScaleImpl(std::int64_t width);
    at::Tensor forward(const at::Tensor& x) const { return x * gamma; }
    at::Tensor gamma;
};
TORCH_MODULE(LayerScale);

/// Between a head's two linear layers.
at::Tensor headActivation(const at::Tensor& x, HeadActivation kind);

/// Registers an uninitialised float32 parameter that does not ask for gradients (see makeTrainable).
at::Tensor addParameter(torch::nn::Module& module, const std::string& name, at::IntArrayRef shape);

}
