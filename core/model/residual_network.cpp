// core/model/residual_network.cpp: what ResNet and BiT share.
#include "core/model/resnet.h"
#include "core/record/attention_hooks.h"
#include "core/record/step_listener.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// Tokens are the same memory seen channels last.
at::Tensor toTokens(const at::Tensor& x)
{
    return x.permute({0, 2, 3, 1});
}

at::Tensor toChannels(const at::Tensor& tokens)
{
    return tokens.permute({0, 3, 1, 2});
}

int halved(int size)
{
    return (size + 1) / 2;
}

}

at::Tensor ResidualNetwork::embed(const at::Tensor& input)
{
    return toTokens(told("stem", stem(input)));
}

at::Tensor ResidualNetwork::block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks)
{
    const bool runs = !hooks || hooks->runsBlock(layer);
    const auto out = toTokens(m_blocks.at(static_cast<std::size_t>(layer.value))->forward(toChannels(tokens), runs));
    if (hooks && runs)
        hooks->onBlock(layer, out);
    return told("out", out);
}

NormedBlock ResidualNetwork::fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks)
{
    const auto values = block(layer, given, hooks).detach().requires_grad_(true);
    return {values, values * 1};
}

ForwardOutput ResidualNetwork::finish(const std::vector<at::Tensor>& last)
{
    ForwardOutput out;
    out.featureMap = toChannels(last.back());
    const auto normed = lastNorm(out.featureMap);
    out.tokens = told("norm", toTokens(normed));
    const auto mean = told("pooled", normed.mean({2, 3}));
    out.logits = head(mean);
    if (!out.logits.defined())
        out.embedding = mean;
    return out;
}

std::vector<LayerAttention> ResidualNetwork::attentionLayout(GridSize input) const
{
    GridSize grid{halved(halved(input.rows)), halved(halved(input.columns))};
    std::vector<LayerAttention> layers;
    for (const auto& block : m_blocks) {
        if (block->stride() == 2)
            grid = {halved(grid.rows), halved(grid.columns)};
        layers.emplace_back().grid = grid;
    }
    return layers;
}

}
