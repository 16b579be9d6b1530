// core/model/hybrid.cpp
#include "core/model/hybrid.h"
#include "core/model/backward_rule.h"
#include "core/record/step_listener.h"
#include <limits>
#include <torch/nn/modules/container/moduledict.h>
#include <torch/nn/modules/container/modulelist.h>

namespace patchlight
{
namespace
{

using Container = torch::nn::ModuleDictImpl; ///< only gives its children a prefix to their names

constexpr int kGroups = 32;
constexpr int kExpansion = 4; ///< a bottleneck's output is four times as wide as its middle

/// TensorFlow's SAME: as many pixels as make ⌈size/stride⌉ outputs, the odd one at the end.
at::Tensor padSame(const at::Tensor& x, int kernel, int stride, double value)
{
    const auto total = [&](std::int64_t size) {
        return std::max<std::int64_t>(((size + stride - 1) / stride - 1) * stride + kernel - size, 0);
    };
    const auto down = total(x.size(2)), across = total(x.size(3));
    if (down == 0 && across == 0)
        return x;
    return at::constant_pad_nd(x, {across / 2, across - across / 2, down / 2, down - down / 2}, value);
}

}

StandardisedConvolutionImpl::StandardisedConvolutionImpl(
    int in, int out, int kernel, int stride, double weightEpsilon, Padding padding)
    : weight(addParameter(*this, "weight", {out, in, kernel, kernel})), m_stride(stride), m_epsilon(weightEpsilon),
      m_padding(padding)
{
}

at::Tensor StandardisedConvolutionImpl::forward(const at::Tensor& x) const
{
    const auto mean = weight.mean({1, 2, 3}, /*keepdim=*/true);
    const auto variance = weight.var({1, 2, 3}, /*unbiased=*/false, /*keepdim=*/true);
    const auto standardised = (weight - mean) * at::rsqrt(variance + m_epsilon);
    if (m_padding == Padding::Symmetric)
        return at::conv2d(x, standardised, {}, m_stride, weight.size(2) / 2);
    return at::conv2d(padSame(x, static_cast<int>(weight.size(2)), m_stride, 0), standardised, {}, m_stride);
}

GroupNormImpl::GroupNormImpl(int channels, double epsilon)
    : weight(addParameter(*this, "weight", {channels})), bias(addParameter(*this, "bias", {channels})),
      m_epsilon(epsilon)
{
}

at::Tensor GroupNormImpl::forward(const at::Tensor& x) const
{
    if (backwardRule() == BackwardRule::Gradient)
        return at::group_norm(x, kGroups, weight, bias, m_epsilon);
    const auto groups = standardised(x.reshape({x.size(0), kGroups, -1}), m_epsilon).view(x.sizes());
    return groups * weight.view({1, -1, 1, 1}) + bias.view({1, -1, 1, 1});
}

BottleneckImpl::BottleneckImpl(int in, int out, int stride, bool projected, const StemNumerics& numerics)
{
    const auto& [weightEpsilon, normEpsilon] = numerics;
    const int middle = out / kExpansion;
    if (projected) {
        const auto shortcut = register_module("downsample", std::make_shared<Container>());
        m_shortcutConv = StandardisedConvolution(in, out, 1, stride, weightEpsilon);
        m_shortcutNorm = GroupNorm(out, normEpsilon);
        shortcut->update({{"conv", m_shortcutConv.ptr()}, {"norm", m_shortcutNorm.ptr()}});
    }
    m_conv1 = register_module("conv1", StandardisedConvolution(in, middle, 1, 1, weightEpsilon));
    m_norm1 = register_module("norm1", GroupNorm(middle, normEpsilon));
    m_conv2 = register_module("conv2", StandardisedConvolution(middle, middle, 3, stride, weightEpsilon));
    m_norm2 = register_module("norm2", GroupNorm(middle, normEpsilon));
    m_conv3 = register_module("conv3", StandardisedConvolution(middle, out, 1, 1, weightEpsilon));
    m_norm3 = register_module("norm3", GroupNorm(out, normEpsilon));
}

at::Tensor BottleneckImpl::forward(const at::Tensor& x)
{
    const auto shortcut = m_shortcutConv.is_empty() ? x : m_shortcutNorm(m_shortcutConv(x));
    auto y = at::relu(m_norm1(m_conv1(x)));
    y = at::relu(m_norm2(m_conv2(y)));
    return at::relu(m_norm3(m_conv3(y)) + shortcut);
}

int HybridPatchEmbedding::stemStride(const ModelConfig& config)
{
    int stride = 4; // the first convolution and the pooling halve each
    for (std::size_t stage = 1; stage < config.stemDepths.size(); ++stage)
        stride *= 2;
    return stride;
}

HybridPatchEmbedding::HybridPatchEmbedding(const ModelConfig& config)
{
    const StemNumerics numerics{config.stemWeightEps, config.stemNormEps};
    const auto backbone = register_module("backbone", std::make_shared<Container>());
    m_conv = StandardisedConvolution(config.channels.value, config.stemChannels, 7, 2, numerics.weightEpsilon);
    m_norm = GroupNorm(config.stemChannels, numerics.normEpsilon);
    auto stem = backbone;
    if (!config.stemDepths.empty()) {
        stem = std::make_shared<Container>();
        backbone->update({{"stem", stem}});
    }
    stem->update({{"conv", m_conv.ptr()}, {"norm", m_norm.ptr()}});

    int width = config.stemChannels;
    const auto stages = std::make_shared<torch::nn::ModuleListImpl>();
    for (std::size_t stage = 0; stage < config.stemDepths.size(); ++stage) {
        const int out = kExpansion * config.stemChannels << stage;
        const auto blocks = std::make_shared<torch::nn::ModuleListImpl>();
        for (int i = 0; i < config.stemDepths[stage]; ++i) {
            m_bottlenecks.emplace_back(width, out, i == 0 && stage > 0 ? 2 : 1, /*projected=*/i == 0, numerics);
            m_endsStage.push_back(i + 1 == config.stemDepths[stage]);
            blocks->push_back(m_bottlenecks.back().ptr());
            width = out;
        }
        const auto holder = std::make_shared<Container>();
        holder->update({{"blocks", blocks}});
        stages->push_back(holder);
    }
    if (!config.stemDepths.empty())
        backbone->update({{"stages", stages}});
    const int side = config.patch.value / stemStride(config);
    m_proj = register_module("proj", PatchProjection(width, config.width.value, side, config.patchBias));
}

at::Tensor HybridPatchEmbedding::forward(const at::Tensor& input)
{
    auto x = at::relu(m_norm(m_conv(input)));
    x = at::max_pool2d(padSame(x, 3, 2, -std::numeric_limits<double>::infinity()), 3, 2);
    told("stem", x);
    for (std::size_t i = 0; i < m_bottlenecks.size(); ++i) {
        x = m_bottlenecks[i](x); // [B, C, H/s, W/s]
        if (m_endsStage[i])
            told("stage", x);
    }
    return m_proj(x);
}

}
