// core/checkpoint/build_head.cpp
#include "core/checkpoint/build_head.h"
#include "core/checkpoint/tensor_view.h"
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

namespace patchlight
{
namespace
{

constexpr double kBatchNormEps = 1e-5; // torch's own

struct Layer {
    at::Tensor weight, bias, mean, variance;
    int number = 0;
    bool isBatchNorm() const { return mean.defined() && variance.defined(); }
    bool isLinear() const { return !isBatchNorm() && weight.defined() && weight.dim() == 2; }
    bool isNorm() const { return !isBatchNorm() && weight.defined() && weight.dim() == 1 && bias.defined(); }
};

Result<at::Tensor> read(const StoredTensor* stored, const std::string& file)
{
    if (!stored)
        return at::Tensor();
    const auto view = viewTensor(*stored, file);
    return view ? Result<at::Tensor>(view->to(at::kFloat)) : fail(view.error());
}

Result<std::vector<Layer>> readLayers(const std::vector<HeadPart>& parts, const std::string& file)
{
    std::vector<Layer> layers;
    for (const auto& part : parts) {
        const auto weight = read(part.weight, file), bias = read(part.bias, file);
        const auto mean = read(part.mean, file), variance = read(part.variance, file);
        for (const auto* each : {&weight, &bias, &mean, &variance})
            if (!*each)
                return fail(each->error());
        layers.push_back({*weight, *bias, *mean, *variance, part.number});
    }
    return layers;
}

/// What a batch norm does in evaluation: x·scale + shift.
struct Affine {
    at::Tensor scale, shift;
};
Affine affineOf(const Layer& norm)
{
    auto scale = at::rsqrt(norm.variance + kBatchNormEps);
    if (norm.weight.defined())
        scale = scale * norm.weight;
    auto shift = -norm.mean * scale;
    if (norm.bias.defined())
        shift = shift + norm.bias;
    return {scale, shift};
}

at::Tensor biasOf(const Layer& linear)
{
    return linear.bias.defined() ? linear.bias : at::zeros({linear.weight.size(0)});
}

/// W(x·s + t) + b
bool foldBefore(Layer& linear, const Affine& affine)
{
    if (affine.scale.dim() != 1 || affine.scale.size(0) != linear.weight.size(1))
        return false;
    linear.bias = biasOf(linear) + at::mv(linear.weight, affine.shift);
    linear.weight = linear.weight * affine.scale.unsqueeze(0);
    return true;
}

/// (Wx + b)·s + t
bool foldAfter(Layer& linear, const Affine& affine)
{
    if (affine.scale.dim() != 1 || affine.scale.size(0) != linear.weight.size(0))
        return false;
    linear.bias = biasOf(linear) * affine.scale + affine.shift;
    linear.weight = linear.weight * affine.scale.unsqueeze(1);
    return true;
}

/// A batch norm right behind a linear layer belongs to it, else to the one that follows.
bool foldBatchNorms(std::vector<Layer>& layers)
{
    for (std::size_t i = 0; i < layers.size();) {
        if (!layers[i].isBatchNorm()) {
            ++i;
            continue;
        }
        const auto affine = affineOf(layers[i]);
        const bool behind = i > 0 && layers[i - 1].isLinear() && layers[i].number == layers[i - 1].number + 1;
        const bool before = i + 1 < layers.size() && layers[i + 1].isLinear();
        if (!(behind && foldAfter(layers[i - 1], affine)) && !(before && foldBefore(layers[i + 1], affine)))
            return false;
        layers.erase(layers.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return true;
}

std::string whyNot(const std::vector<Layer>& layers, bool plainOnly)
{
    const std::size_t normed = !layers.empty() && layers.front().isNorm() ? 1 : 0;
    const auto linears = layers.size() - normed;
    for (std::size_t i = normed; i < layers.size(); ++i)
        if (!layers[i].isLinear())
            return "is no linear layer";
    if (linears < 1 || linears > 2)
        return "has " + std::to_string(linears) + " linear layers";
    if (linears == 2 && layers.back().weight.size(1) != layers[normed].weight.size(0))
        return "has layers that do not fit together";
    return plainOnly && layers.size() > 1 ? "has more than one layer" : "";
}

void put(Canonical& canonical, const std::string& name, const Layer& layer)
{
    canonical.tensors.insert_or_assign(name + ".weight", layer.weight);
    canonical.tensors.insert_or_assign(name + ".bias", layer.isLinear() ? biasOf(layer) : layer.bias);
}

}

Result<OwnHead> buildHead(
    const std::vector<HeadPart>& parts, bool plainOnly, Canonical& canonical, const std::string& file)
{
    auto layers = readLayers(parts, file);
    if (!layers)
        return fail(layers.error());
    OwnHead head;
    head.leftOut = foldBatchNorms(*layers) ? whyNot(*layers, plainOnly) : "normalises what no linear layer reads";
    if (!head.leftOut.empty())
        return head;
    head.normed = layers->front().isNorm();
    head.hidden = layers->size() == (head.normed ? 3U : 2U);
    if (head.normed)
        put(canonical, "fc_norm", layers->front());
    if (head.hidden)
        put(canonical, "pre_logits.fc", (*layers)[layers->size() - 2]);
    put(canonical, plainOnly ? "head.fc" : "head", layers->back());
    return head;
}

}
