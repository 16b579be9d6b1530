// core/record/attention_recorder.h: keeps every block's queries and keys of a plain forward pass.
#pragma once
#include "core/record/attention_record.h"
#include "core/record/passing_hooks.h"

namespace patchlight
{

/// Copies the first picture's q and k of each block into contiguous float32 memory that the record owns. They stay on
/// the network's device until the run is over, so that a GPU never waits for a download between blocks.
/// RecordPrecision::Half halves what is kept.
class AttentionRecorder : public PassingHooks
{
public:
    /// `layers`: the network's attentionLayout for this input. `inner` may be null and must outlive the run.
    AttentionRecorder(TokenLayout layout, std::vector<LayerAttention> layers, AttentionHooks* inner = nullptr,
        RecordPrecision precision = RecordPrecision::Float32);
    ~AttentionRecorder() override;
    /// Blocks that were left out stay without q and k. Call once, after the run. `pooling`: the network's
    /// poolingAttention.
    AttentionRecord take(std::optional<LayerAttention> pooling = std::nullopt);

    void onQueryKey(LayerIndex layer, const at::Tensor& q, const at::Tensor& k) override;

private:
    void point(LayerAttention& layer, const at::Tensor& kept) const;

    TokenLayout m_layout;
    std::vector<LayerAttention> m_layers;
    std::vector<at::Tensor> m_kept; ///< by layer: q and k, [2, windows, H, T, d]; undefined where the block did not run
    RecordPrecision m_precision;
};

}
