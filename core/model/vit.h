// core/model/vit.h: the Vision Transformer and its kin: DeiT, DINO, DINOv2, MAE, hybrids.
#pragma once
#include "core/model/attention.h"
#include "core/model/network.h"
#include "core/model/patch_embedding.h"

namespace patchlight
{

/// Dosovitskiy et al. 2021, equations 2 and 3, with LayerScale where the net has it.
class VitBlockImpl : public torch::nn::Module
{
public:
    explicit VitBlockImpl(const ModelConfig& config);
    /// [B, T, D] → [B, T, D]
    at::Tensor forward(const at::Tensor& x, LayerIndex layer, AttentionHooks* hooks);
    void setNoise(const TrainingNoise& noise);

    LayerNorm norm1{nullptr}, norm2{nullptr};
    Attention attn{nullptr};
    MlpBlock mlp{nullptr};
    LayerScale ls1{nullptr}, ls2{nullptr}; ///< null without LayerScale

private:
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
    ForwardOutput finish(const at::Tensor& tokens) override;
    std::vector<LayerAttention> attentionLayout(GridSize input) const override;
    TokenLayout tokenLayout(GridSize input) const override;
    void setNoise(const TrainingNoise& noise) override;

    const std::vector<VitBlock>& blocks() const { return m_blocks; }

private:
    at::Tensor prefix(const at::Tensor& positions, std::int64_t batch) const;
    at::Tensor pooled(const at::Tensor& tokens);
    int positionedPrefix() const;

    std::shared_ptr<PatchEmbedding> m_patchEmbed;
    at::Tensor m_classToken, m_distillationToken, m_registers, m_positions;
    LayerNorm m_normPre{nullptr}, m_norm{nullptr}, m_fcNorm{nullptr};
    std::vector<VitBlock> m_blocks;
    Linear m_preLogits{nullptr}, m_head{nullptr}, m_headDistillation{nullptr};
    double m_dropout = 0;
};

}
