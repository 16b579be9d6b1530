// core/model/layers.cpp
#include "core/model/layers.h"
#include "core/model/backward_rule.h"
#include "core/model/products.h"
#include <torch/types.h>

namespace patchlight
{

at::Tensor addParameter(torch::nn::Module& module, const std::string& name, at::IntArrayRef shape)
{
    return module.register_parameter(name, torch::empty(shape), /*requires_grad=*/false);
}

LinearImpl::LinearImpl(std::int64_t in, std::int64_t out, bool withBias)
    : weight(addParameter(*this, "weight", {out, in})),
      bias(withBias ? addParameter(*this, "bias", {out}) : at::Tensor())
{
}

at::Tensor LinearImpl::forward(const at::Tensor& x) const
{
    return linearProduct(x, weight, bias);
}

LayerNormImpl::LayerNormImpl(std::int64_t width, double eps)
    : weight(addParameter(*this, "weight", {width})), bias(addParameter(*this, "bias", {width})), epsilon(eps)
{
}

at::Tensor LayerNormImpl::forward(const at::Tensor& x) const
{
    if (backwardRule() != BackwardRule::Gradient)
        return standardised(x, epsilon) * weight + bias;
    return at::layer_norm(x, weight.sizes(), weight, bias, epsilon);
}

PatchProjectionImpl::PatchProjectionImpl(std::int64_t in, std::int64_t out, std::int64_t patchSide, bool withBias)
    : weight(addParameter(*this, "weight", {out, in, patchSide, patchSide})),
      bias(withBias ? addParameter(*this, "bias", {out}) : at::Tensor()), side(patchSide)
{
}

at::Tensor PatchProjectionImpl::forward(const at::Tensor& x) const
{
    return at::conv2d(x, weight, bias, /*stride=*/side).permute({0, 2, 3, 1});
}

LayerScaleImpl::LayerScaleImpl(std::int64_t width) : gamma(addParameter(*this, "gamma", {width})) { }

at::Tensor headActivation(const at::Tensor& x, HeadActivation kind)
{
    switch (kind) {
    case HeadActivation::Relu:
        return activationOf(x, at::relu(x), 0);
    case HeadActivation::Gelu:
        return activationOf(x, at::gelu(x), 0.5);
    case HeadActivation::Tanh:
        break;
    }
    return activationOf(x, at::tanh(x), 1);
}

}
