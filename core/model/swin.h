// core/model/swin.h: the Swin Transformer, both versions: attention inside windows that shift from block to block.
#pragma once
#include "core/model/attention.h"
#include "core/model/network.h"
#include "core/model/windows.h"

namespace patchlight
{

/// How the two versions differ in a block. Liu et al. 2022, "Swin Transformer V2", section 3.
struct SwinKind {
    bool second = false; ///< cosine attention, a continuous bias, norms after the branches
    int width = 0, heads = 0, window = 0;
    int pretrainedWindow = 0; ///< second: what offsets are measured by; 0 = the window
};

/// Attention inside windows with a bias by relative position. Liu et al. 2021, section 3.2: a table. Liu et al. 2022,
/// sections 3.2 and 3.3: cosines with a learned temperature, and a small network of logarithmic offsets.
class WindowAttentionImpl : public torch::nn::Module
{
public:
    WindowAttentionImpl(const SwinKind& kind, bool qkvBias);
    /// [B·windows, W², D] → the same; mask [windows, W², W²] or undefined.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& mask, LayerIndex layer, AttentionHooks* hooks);
    /// [H, W², W²]
    at::Tensor bias() const;
    /// What cosines are multiplied by, [H]; undefined where attention is of plain products.
    at::Tensor temperature() const;
    /// Multiplies the products of the queries and keys that the record keeps.
    double scale() const;
    double dropout = 0;

    Linear qkv{nullptr}, proj{nullptr};
    at::Tensor biasTable; ///< [(2W − 1)², H]; undefined in the second version
    int heads, window;

private:
    at::Tensor m_logitScale; ///< [H, 1, 1], a logarithm
    Linear m_offsets1{nullptr}, m_offsets2{nullptr};
    int m_headWidth, m_offsetUnit;
};
TORCH_MODULE(WindowAttention);

/// Liu et al. 2021, equation 3; the second version norms after each branch (Liu et al. 2022, figure 1).
class SwinBlockImpl : public torch::nn::Module
{
public:
    SwinBlockImpl(const ModelConfig& config, int stage, const SwinKind& kind);
    /// [B, rows, columns, D] → the same
    at::Tensor forward(const at::Tensor& x, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks);
    /// From the first norm's output on.
    NormedBlock fromNorm(const at::Tensor& x, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks);
    void setNoise(const TrainingNoise& noise);

    LayerNorm norm1{nullptr}, norm2{nullptr};
    WindowAttention attn{nullptr};
    MlpBlock mlp{nullptr};
    bool postNorm;

private:
    at::Tensor attended(const at::Tensor& x, const WindowPlan& plan, LayerIndex layer, AttentionHooks* hooks);
    at::Tensor afterNorm(const at::Tensor& x, const at::Tensor& normed, const WindowPlan& plan, LayerIndex layer,
        AttentionHooks* hooks);
    double m_dropPath = 0;
};
TORCH_MODULE(SwinBlock);

/// Every 2 × 2 cells become one of twice the width: [B, rows, columns, C] → [B, ⌈rows/2⌉, ⌈columns/2⌉, 2C].
/// Liu et al. 2021, section 3.1, "Patch merging"; the second version norms what comes out, not what goes in.
class PatchMergingImpl : public torch::nn::Module
{
public:
    PatchMergingImpl(int width, double epsilon, bool normLast);
    at::Tensor forward(const at::Tensor& x);

    LayerNorm norm{nullptr};
    Linear reduction{nullptr};
    bool normLast;
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
    using Network::finish;
    ForwardOutput finish(const std::vector<at::Tensor>& last) override;
    NormedBlock fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks) override;
    std::vector<LayerAttention> attentionLayout(GridSize input) const override;
    std::vector<std::vector<float>> temperatures() const override;
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
