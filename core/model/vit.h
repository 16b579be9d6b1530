// core/model/vit.h: the Vision Transformer and its kin: DeiT, DINO, MAE, CLIP, SigLIP, BEiT, EVA-02, hybrids.
#pragma once
#include "core/model/attention.h"
#include "core/model/network.h"
#include "core/model/patch_embedding.h"
#include "core/model/probe_pooling.h"

namespace patchlight
{

/// Dosovitskiy et al. 2021, equations 2 and 3, with LayerScale, or the norms after the branches, where the net has it.
class VitBlockImpl : public torch::nn::Module
{
public:
    explicit VitBlockImpl(const ModelConfig& config);
    /// [B, T, D] → [B, T, D]
    at::Tensor forward(const at::Tensor& x, const Places& places, LayerIndex layer, AttentionHooks* hooks);
    /// From the first norm's output on.
    NormedBlock fromNorm(const at::Tensor& x, const Places& places, LayerIndex layer, AttentionHooks* hooks);
    void setNoise(const TrainingNoise& noise);

    LayerNorm norm1{nullptr}, norm2{nullptr};
    Attention attn{nullptr};
    MlpBlock mlp{nullptr};
    LayerScale ls1{nullptr}, ls2{nullptr}; ///< null without LayerScale
    bool postNorm;

private:
    at::Tensor afterNorm(const at::Tensor& x, const at::Tensor& normed, const Places& places, LayerIndex layer,
        AttentionHooks* hooks);
    at::Tensor secondHalf(const at::Tensor& middle);
    double m_dropPath = 0;
};
TORCH_MODULE(VitBlock);

/// Dosovitskiy et al. 2021, "An Image is Worth 16x16 Words", section 3.1; distillation token: Touvron et al. 2021,
/// "Training data-efficient image transformers", section 4; registers: Darcet et al. 2024, section 2.3.
class Vit : public Network
{
public:
    Vit(ModelConfig config, std::shared_ptr<PatchEmbedding> patches);

    at::Tensor embed(const at::Tensor& input) override;
    at::Tensor block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks) override;
    using Network::finish;
    int blocksRead() const override;
    int tokensRead(const TokenLayout& layout) const override;
    ForwardOutput finish(const std::vector<at::Tensor>& last) override;
    std::optional<LayerAttention> poolingAttention(const at::Tensor& tokens) override;
    std::vector<LayerAttention> attentionLayout(GridSize input) const override;
    void setNoise(const TrainingNoise& noise) override;
    NormedBlock fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks) override;

    const std::vector<VitBlock>& blocks() const { return m_blocks; }
    /// Of the picture that was embedded last.
    const Places& places() const { return m_places; }

private:
    void addTokens();
    void addHead();
    void settle(GridSize grid);
    at::Tensor sharedTable(GridSize grid) const;
    at::Tensor placedPatches(const at::Tensor& patches, GridSize grid) const;
    at::Tensor prefix(std::int64_t batch) const;
    at::Tensor normed(const at::Tensor& tokens);
    at::Tensor pooled(const std::vector<at::Tensor>& last, const at::Tensor& tokens);
    int positionedPrefix() const;

    std::shared_ptr<PatchEmbedding> m_patchEmbed;
    at::Tensor m_classToken, m_distillationToken, m_registers, m_positions;
    at::Tensor m_biasTable; ///< one for all blocks: [(2R − 1)·(2C − 1) + 3, H]
    LayerNorm m_normPre{nullptr}, m_norm{nullptr}, m_fcNorm{nullptr};
    std::vector<VitBlock> m_blocks;
    ProbePooling m_probe{nullptr};
    Linear m_preLogits{nullptr}, m_head{nullptr}, m_headDistillation{nullptr}, m_projection{nullptr};
    Places m_places;
    double m_dropout = 0;
};

}
