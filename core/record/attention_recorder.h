// core/record/attention_recorder.h: keeps every block's queries and keys of a plain forward pass.
#pragma once
#include "core/record/attention_hooks.h"
#include "core/record/attention_record.h"

namespace patchlight
{

/// Copies the first picture's q and k of each block into contiguous float32 memory that the record owns. They stay on
/// the network's device until the run is over, so that a GPU never waits for a download between blocks. Everything is
/// passed on to `inner`, which may change the run. RecordPrecision::Half halves what is kept.
class AttentionRecorder : public AttentionHooks
{
public:
    /// `layers`: the network's attentionLayout for this input. `inner` may be null and must outlive the run.
    AttentionRecorder(TokenLayout layout, std::vector<LayerAttention> layers, AttentionHooks* inner = nullptr,
        RecordPrecision precision = RecordPrecision::Float32);
    ~AttentionRecorder() override;
    /// Blocks that were left out stay without q and k. Call once, after the run. `pooling`: the network's
    /// poolingAttention.
    AttentionRecord take(std::optional<LayerAttention> pooling = std::nullopt);

    void onEmbedded(at::Tensor& tokens) override;
    bool runsBlock(LayerIndex layer) const override;
    void onQueryKey(LayerIndex layer, const at::Tensor& q, const at::Tensor& k) override;
    bool wantsWeights(LayerIndex layer) const override;
    void onWeights(LayerIndex layer, at::Tensor& weights) override;
    void onBlock(LayerIndex layer, const at::Tensor& tokens) override;

private:
    void point(LayerAttention& layer, const at::Tensor& kept) const;

    TokenLayout m_layout;
    std::vector<LayerAttention> m_layers;
    std::vector<at::Tensor> m_kept; ///< by layer: q and k, [2, windows, H, T, d]; undefined where the block did not run
    AttentionHooks* m_inner;
    RecordPrecision m_precision;
};

}
