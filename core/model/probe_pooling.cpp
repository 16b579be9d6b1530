// core/model/probe_pooling.cpp
#include "core/model/probe_pooling.h"
#include "core/model/backward_rule.h"
#include <cmath>
#include <torch/types.h>

namespace patchlight
{

ProbePoolingImpl::ProbePoolingImpl(const ModelConfig& config) : m_heads(config.heads.value.front())
{
    const int width = config.width.value;
    m_latent = addParameter(*this, "latent", {1, 1, width});
    m_q = register_module("q", Linear(width, width));
    m_kv = register_module("kv", Linear(width, 2 * width));
    m_proj = register_module("proj", Linear(width, width));
    m_norm = register_module("norm", LayerNorm(width, config.normEps.value));
    m_mlp = register_module("mlp", MlpBlock(width, config.probeMlpWidth, Mlp::Plain, config.activation.value));
}

at::Tensor ProbePoolingImpl::query()
{
    return m_q(m_latent).view({1, 1, m_heads, -1}).transpose(1, 2); // [1, H, 1, d]
}

at::Tensor ProbePoolingImpl::forward(const at::Tensor& tokens)
{
    const auto both = m_kv(tokens)
                          .view({tokens.size(0), tokens.size(1), 2, m_heads, -1})
                          .permute({2, 0, 3, 1, 4}); // [2, B, H, T, d]
    const double scale = 1 / std::sqrt(static_cast<double>(both.size(-1)));
    const auto weights = at::softmax(at::matmul(query() * scale, both[0].transpose(-2, -1)), -1); // [B, H, 1, T]
    const auto gathered = m_proj(factorOf(at::matmul(weights, both[1])).transpose(1, 2).flatten(2)); // [B, 1, D]
    return (gathered + m_mlp(m_norm(gathered))).select(1, 0);
}

LayerAttention ProbePoolingImpl::attention(const at::Tensor& tokens)
{
    const torch::NoGradGuard noGraph;
    const auto width = tokens.size(2);
    const auto keys = at::linear(tokens[0], m_kv->weight.slice(0, 0, width), m_kv->bias.slice(0, 0, width)); // [T, D]
    auto both = std::make_shared<std::vector<at::Tensor>>();
    for (const auto& each : {query().flatten(), keys})
        both->push_back(each.to(at::kCPU, at::kFloat).contiguous());
    LayerAttention out;
    out.heads = m_heads;
    out.headWidth = static_cast<int>(width) / m_heads;
    out.scale = 1 / std::sqrt(static_cast<float>(out.headWidth));
    out.tokens = static_cast<int>(tokens.size(1));
    out.asking = {0, 1};
    out.headStride = out.headWidth;
    out.tokenStride = width;
    out.q = both->at(0).data_ptr<float>();
    out.k = both->at(1).data_ptr<float>();
    out.owner = both;
    return out;
}

}
