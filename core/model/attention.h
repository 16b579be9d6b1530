// core/model/attention.h: multi-head self-attention over all tokens, and the MLP that follows it.
#pragma once
#include "core/base/index.h"
#include "core/base/model_config.h"
#include "core/model/layers.h"
#include "core/model/training_noise.h"

namespace patchlight
{
class AttentionHooks;

/// softmax(q·kᵀ·scale [+ bias]) · v, with the hooks told of q, k and, where they want it, the weights.
/// q, k, v [B, H, T, d]; bias undefined or broadcastable to [B, H, T, T]. Returns [B, T, H·d].
at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const at::Tensor& bias, double scale,
    LayerIndex layer, AttentionHooks* hooks);

/// Dosovitskiy et al. 2021, "An Image is Worth 16x16 Words", appendix A.
class AttentionImpl : public torch::nn::Module
{
public:
    AttentionImpl(int width, int heads, const ModelConfig& config);
    /// [B, T, D] → [B, T, D]
    at::Tensor forward(const at::Tensor& x, LayerIndex layer, AttentionHooks* hooks);
    double dropout = 0;

    Linear qkv{nullptr}, proj{nullptr};
    LayerNorm qNorm{nullptr}, kNorm{nullptr}; ///< null without query-key norm

private:
    int m_heads;
    int m_headWidth;
};
TORCH_MODULE(Attention);

/// fc2(activation(fc1(x))), or its gated form (Shazeer 2020, "GLU Variants Improve Transformer"): fc1 then holds the
/// gate above the value, and fc2 reads half of fc1's channels.
class MlpBlockImpl : public torch::nn::Module
{
public:
    MlpBlockImpl(int width, int hidden, Mlp kind, Activation activation);
    at::Tensor forward(const at::Tensor& x);
    double dropout = 0;
    Mlp kind() const { return m_kind; }
    Activation activation() const { return m_activation; }

    Linear fc1{nullptr}, fc2{nullptr};

private:
    Mlp m_kind;
    Activation m_activation;
};
TORCH_MODULE(MlpBlock);

}
