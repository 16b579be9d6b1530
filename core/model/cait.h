// core/model/cait.h: the Class-Attention Transformer: patches among themselves first, then the class token alone asks.
#pragma once
#include "core/model/attention.h"
#include "core/model/network.h"
#include "core/model/patch_embedding.h"

namespace patchlight
{

/// Attention whose heads talk: scores are mixed over the heads before the softmax, weights after it. Shazeer et al. 2020,
/// "Talking-Heads Attention"; Touvron et al. 2021, "Going deeper with Image Transformers", section 4.
class TalkingAttentionImpl : public torch::nn::Module
{
public:
    TalkingAttentionImpl(int width, int heads, bool qkvBias);
    /// Patches alone, [B, N, D] → the same. Hooks are told of one token more, the class token before them, which
    /// neither asks nor is asked.
    at::Tensor forward(const at::Tensor& x, LayerIndex layer, AttentionHooks* hooks);
    std::shared_ptr<const TalkingHeads> talking() const;

private:
    Linear m_qkv{nullptr}, m_proj{nullptr}, m_before{nullptr}, m_after{nullptr};
    int m_heads;
};
TORCH_MODULE(TalkingAttention);

/// The class token's look at itself and all patches: [B, T, D] → [B, 1, D]. Touvron et al. 2021, section 3.
class ClassAttentionImpl : public torch::nn::Module
{
public:
    ClassAttentionImpl(int width, int heads, bool qkvBias);
    at::Tensor forward(const at::Tensor& x, LayerIndex layer, AttentionHooks* hooks);

private:
    Linear m_q{nullptr}, m_k{nullptr}, m_v{nullptr}, m_proj{nullptr};
    int m_heads;
};
TORCH_MODULE(ClassAttention);

/// Touvron et al. 2021, "Going deeper with Image Transformers". Tokens are the class token, then the patches, in every
/// block; the blocks of patches hand the class token on.
class Cait : public Network
{
public:
    explicit Cait(ModelConfig config);

    at::Tensor embed(const at::Tensor& input) override;
    at::Tensor block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks) override;
    using Network::finish;
    ForwardOutput finish(const std::vector<at::Tensor>& last) override;
    std::vector<LayerAttention> attentionLayout(GridSize input) const override;
    void setNoise(const TrainingNoise&) override { } ///< `train` does not make these
    NormedBlock fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks) override;

private:
    struct Block {
        LayerNorm norm1{nullptr}, norm2{nullptr};
        TalkingAttention patches{nullptr}; ///< null in the blocks of the class token
        ClassAttention classToken{nullptr}; ///< null in the blocks of patches
        MlpBlock mlp{nullptr};
        LayerScale ls1{nullptr}, ls2{nullptr};
    };
    Block makeBlock(bool ofClass, torch::nn::Module& list, int index);
    at::Tensor afterNorm(
        Block& block, const at::Tensor& tokens, const at::Tensor& normed, LayerIndex layer, AttentionHooks* hooks);

    std::shared_ptr<PatchEmbedding> m_patchEmbed;
    at::Tensor m_classToken, m_positions;
    std::vector<Block> m_blocks;
    LayerNorm m_norm{nullptr};
    Linear m_head{nullptr};
};

}
