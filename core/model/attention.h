// core/model/attention.h: multi-head self-attention over all tokens, and the MLP that follows it.
#pragma once
#include "core/base/index.h"
#include "core/base/model_config.h"
#include "core/model/layers.h"
#include "core/model/rotary.h"
#include "core/model/training_noise.h"

namespace patchlight
{
class AttentionHooks;

/// softmax(q·kᵀ·scale [+ bias]) · v, with the hooks told of q, k and, where they want it, the weights.
/// q, k, v [B, H, T, d] (q and k as the record keeps them: placed and normed); bias undefined or broadcastable to [B,
/// H, T, T]. Returns [B, T, H·d].
at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const at::Tensor& bias, double scale,
    LayerIndex layer, AttentionHooks* hooks);

/// What attention takes from where its tokens are; the network that owns the blocks fills it for each picture.
struct Places {
    RotaryTable rotary; ///< empty without rotary positions
    at::Tensor bias; ///< [1, H, T, T] shared by all blocks; undefined where there is none
    GridSize grid; ///< of the patches
    bool bilinearTables = false; ///< how a block's own table of relative positions is resized (offset_bias.h)
};

/// Dosovitskiy et al. 2021, "An Image is Worth 16x16 Words", appendix A; with norms on queries and keys (Henry et al.
/// 2020), rotary positions (Su et al. 2021), a bias by relative position (Bao et al. 2022) and a norm before the
/// projection (Wang et al. 2022, "Foundation Transformers") where the net has them.
class AttentionImpl : public torch::nn::Module
{
public:
    AttentionImpl(int width, int heads, const ModelConfig& config);
    /// [B, T, D] → [B, T, D]
    at::Tensor forward(const at::Tensor& x, const Places& places, LayerIndex layer, AttentionHooks* hooks);
    /// What is added to the scores; undefined where nothing is.
    at::Tensor bias(const Places& places) const;
    double dropout = 0;

    Linear qkv{nullptr}, proj{nullptr};
    LayerNorm qNorm{nullptr}, kNorm{nullptr}; ///< null without query-key norm
    LayerNorm norm{nullptr}; ///< null without a norm before the projection
    at::Tensor biasTable; ///< [(2R − 1)·(2C − 1) + 3, H]; undefined without one of its own
    GridSize tableGrid;

private:
    at::Tensor placed(const at::Tensor& x, const Places& places) const;
    int m_heads;
    int m_headWidth;
    int m_prefix;
    Rotary::Pairs m_pairs;
};
TORCH_MODULE(Attention);

/// fc2(activation(fc1(x))), or its gated form (Shazeer 2020, "GLU Variants Improve Transformer"): fc1 then holds the
/// gate above the value, and fc2 reads half of fc1's channels.
/// `normEpsilon`: a norm before fc2 (Wang et al. 2022), 0 = none.
class MlpBlockImpl : public torch::nn::Module
{
public:
    MlpBlockImpl(int width, int hidden, Mlp kind, Activation activation, double normEpsilon = 0);
    at::Tensor forward(const at::Tensor& x);
    double dropout = 0;
    Mlp kind() const { return m_kind; }
    Activation activation() const { return m_activation; }

    Linear fc1{nullptr}, fc2{nullptr};
    LayerNorm norm{nullptr}; ///< null where there is none

private:
    Mlp m_kind;
    Activation m_activation;
};
TORCH_MODULE(MlpBlock);

at::Tensor activate(const at::Tensor& x, Activation activation);

}
