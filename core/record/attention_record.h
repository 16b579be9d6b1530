// core/record/attention_record.h: queries and keys of one forward pass; attention is computed when asked for.
#pragma once
#include "core/base/grid.h"
#include "core/base/index.h"
#include "core/base/token_layout.h"
#include "core/record/other_region.h"
#include "core/record/stored_vectors.h"
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace patchlight
{

/// Swin: how a block cuts its grid into windows. The grid is padded at the bottom and right up to whole windows.
struct WindowLayout {
    int window = 7; ///< side, in cells
    GridSize shift; ///< rows and columns that the grid is rolled up and left by first; 0 = not shifted along that axis
    GridSize padded; ///< grid after padding; windows = padded / window
    GridSize rolled; ///< what the roll wraps around in: the padded grid, or the bare one (timm pads after it)
    /// [heads, W², W²] added to the scaled scores before the softmax.
    std::shared_ptr<const std::vector<float>> bias;
    float otherRegion = kOtherRegion; ///< added between cells that only the shift has put together

    constexpr GridSize windows() const { return {padded.rows / window, padded.columns / window}; }
    constexpr int cells() const { return window * window; }
};

/// BEiT: what is added to the scaled scores by where the key lies from the query.
struct OffsetBias {
    GridSize grid; ///< after one class token
    /// [heads, (2R − 1)·(2C − 1) + 3]: by the key's row and column less the query's, row-major from −(R − 1), −(C − 1)
    /// on; then class to patch, patch to class, class to class.
    std::shared_ptr<const std::vector<float>> values;

    int offsets() const { return (2 * grid.rows - 1) * (2 * grid.columns - 1); }
    const float* ofHead(int head) const { return values->data() + static_cast<std::ptrdiff_t>(head) * (offsets() + 3); }
    /// Adds to one query's scores; `query` and keys count the class token first.
    void addTo(int head, int query, float* scores) const;
};

/// CaiT: the scores of all heads are mixed before the softmax, and their weights after it (Shazeer et al. 2020,
/// "Talking-Heads Attention").
struct TalkingHeads {
    std::vector<float> before; ///< [heads, heads]: scores of head h are Σ_g before[h, g]·(scores of q_g, k_g)
    std::vector<float> after,
        afterBias; ///< [heads, heads], [heads]: what multiplies the values; rows need not sum to 1
};

/// Some tokens in a row.
struct TokenRange {
    int first = 0;
    int count = -1; ///< negative: to the end
    constexpr bool contains(int token) const { return token >= first && (count < 0 || token < first + count); }
};

/// One block's Q and K: q[w·windowStride + h·headStride + t·tokenStride + c], k alike. The owner keeps them alive, so
/// that a network's own qkv buffer can be the record. ViT: one window holding all tokens.
struct LayerAttention {
    int heads = 0;
    int headWidth = 0;
    float scale = 1.0F; ///< multiplies q·k
    GridSize grid; ///< patches of this block
    int tokens = 0; ///< per window: prefix + patches, or W²; 0 in a block of convolutions, which knows its grid alone
    std::optional<WindowLayout> windows;
    std::optional<OffsetBias> byOffset;
    std::shared_ptr<const TalkingHeads> talking; ///< null where every head looks for itself
    TokenRange asking; ///< tokens that attend in this block; the rows of others are zeros
    int firstKey = 0; ///< tokens before it are attended to by nobody
    /// Heads whose queries an intervention made attend alike: their one row, [windows, tokens], before any mask.
    std::map<int, std::shared_ptr<const std::vector<float>>> alike;
    std::vector<int> silentHeads; ///< switched off by an intervention: their rows are zeros
    std::vector<int> leftOut; ///< sorted; tokens that an intervention took out of the sequence: nobody attends to them
    std::shared_ptr<const void> owner;
    StoredVectors q, k; ///< null where the block did not run
    std::ptrdiff_t windowStride = 0, headStride = 0, tokenStride = 0;
};

/// Tokens between two blocks, in memory that nobody cleared first.
struct KeptTokens {
    std::vector<std::int64_t> shape;
    std::shared_ptr<const float[]> values; ///< product(shape) of them
    std::size_t count = 0;
};
using BlockTokens = std::shared_ptr<const std::vector<KeptTokens>>;

/// Immutable; safe from any thread; knows no torch type.
/// `row` costs T products of length d and one softmax: microseconds, so the window's thread may call it.
class AttentionRecord
{
public:
    /// `pooling`: how the head's own query looks at the tokens (one row: asking.count is 1), where it has one.
    AttentionRecord(
        TokenLayout layout, std::vector<LayerAttention> layers, std::optional<LayerAttention> pooling = std::nullopt);

    const TokenLayout& layout() const { return m_layout; } ///< of the input grid; Swin: prefix 0, stage-0 grid
    int layerCount() const { return static_cast<int>(m_layers.size()); }
    int headCount(LayerIndex l) const { return layer(l).heads; }
    bool windowed() const { return !m_layers.empty() && m_layers.front().windows.has_value(); }
    /// False for networks of convolutions, whose layers know their grids and nothing else.
    bool attends() const { return m_layers.empty() || m_layers.front().tokens > 0; }
    const std::optional<LayerAttention>& pooling() const { return m_pooling; }
    const LayerAttention& layer(LayerIndex l) const { return m_layers.at(static_cast<std::size_t>(l.value)); }
    /// What every block was given and, last, what the last one gave: [1, T, D]; a map of tokens [1, rows, columns, D].
    /// Null where a way back through the network computes them anyway (graphsFit, core/model/pass_memory.h).
    const BlockTokens& blockTokens() const { return m_blockTokens; }
    void keep(BlockTokens tokens) { m_blockTokens = std::move(tokens); } ///< before others see the record
    std::size_t bytes() const; ///< held by Q, K and the blocks' tokens together

    /// ViT: attention of `query` over all T tokens, sums to one. `out` has T values.
    void row(LayerIndex, HeadIndex, TokenIndex query, float* out) const;
    std::vector<float> row(LayerIndex, HeadIndex, TokenIndex query) const;
    /// ViT: [T, T], rows are queries.
    std::vector<float> matrix(LayerIndex, HeadIndex) const;

    /// Swin: softmax weights of one window, [W², W²]; `window` counts row-major after the shift.
    std::vector<float> windowMatrix(LayerIndex, HeadIndex, int window) const;

private:
    TokenLayout m_layout;
    std::vector<LayerAttention> m_layers;
    std::optional<LayerAttention> m_pooling;
    BlockTokens m_blockTokens;
};

}
