// core/model/swin.h: the Swin Transformer: attention inside windows that shift from block to block.
#pragma once
#include "core/model/attention.h"
#include "core/model/network.h"
#include "core/model/windows.h"

namespace patchlight
{

/// Attention inside windows, with a learned bias by relative position. Liu et al. 2021, section 3.2.
class WindowAttentionImpl : public torch::nn::Module
{
public:
    WindowAttentionImpl(int width, int heads, int window, bool qkvBias);
    /// [B·windows, W², D] → the same; mask [windows, W², W²] or undefined.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& mask, LayerIndex layer, AttentionHooks* hooks);
    double dropout = 0;

    Linear qkv{nullptr}, proj{nullptr};
    at::Tensor biasTable; ///< [(2W − 1)², H]
    int heads, window;
};
TORCH_MODULE(WindowAttention);

/// Liu et al. 2021, equation 3.
class SwinBlockImpl : public torch::nn::Module
{
public:
    SwinBlockImpl(const ModelConfig& config, int stage, int window);
    /// [B, rows, columns, D] → the same
    at::Tensor forward(const at::Tensor& x, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks);
    void setNoise(const TrainingNoise& noise);

    LayerNorm norm1{nullptr}, norm2{nullptr};
    WindowAttention attn{nullptr};
    MlpBlock mlp{nullptr};

private:
    double m_dropPath = 0;
};
TORCH_MODULE(SwinBlock);

/// Every 2 × 2 cells become one of twice the width: [B, rows, columns, C] → [B, ⌈rows/2⌉, ⌈columns/2⌉, 2C].
/// Liu et al. 2021, section 3.1, "Patch merging".
class PatchMergingImpl : public torch::nn::Module
{
public:
    PatchMergingImpl(int width, double epsilon);
    at::Tensor forward(const at::Tensor& x);

    LayerNorm norm{nullptr};
    Linear reduction{nullptr};
};
TORCH_MODULE(PatchMerging);

/// [B, rows, columns, C] → [B, ⌈rows/2⌉, ⌈columns/2⌉, 4C]; an odd grid is padded with zeros.
at::Tensor gatherFours(const at::Tensor& x);

/// Liu et al. 2021, "Swin Transformer: Hierarchical Vision Transformer using Shifted Windows".
class Swin : public Network
{
public:
    explicit Swin(ModelConfig config);

    at::Tensor embed(const at::Tensor& input) override;
    at::Tensor block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks) override;
    ForwardOutput finish(const at::Tensor& tokens) override;
    std::vector<LayerAttention> attentionLayout(GridSize input) const override;
    TokenLayout tokenLayout(GridSize input) const override;
    void setNoise(const TrainingNoise& noise) override;

    /// One block with what comes before it.
    struct Step {
        SwinBlock block{nullptr};
        PatchMerging merging{nullptr}; ///< null but in the first block of a later stage
        int stage = 0;
        bool shifted = false;
    };
    const std::vector<Step>& steps() const { return m_steps; }
    /// How a block cuts a grid of this size.
    WindowPlan plan(const Step& step, GridSize grid) const;

private:
    std::shared_ptr<torch::nn::Module> makeStage(int stage);
    GridSize nominalGrid(int stage, GridSize grid) const;

    PatchProjection m_projection{nullptr};
    at::Tensor m_positions; ///< [1, N, D]; undefined without absolute positions
    LayerNorm m_patchNorm{nullptr}, m_norm{nullptr};
    std::vector<Step> m_steps;
    Linear m_head{nullptr};
    double m_dropout = 0;
};

}
