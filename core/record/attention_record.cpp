// core/record/attention_record.cpp
#include "core/record/attention_record.h"
#include "core/record/head_rows.h"
#include "core/record/window_cells.h"
#include <algorithm>
#include <limits>

namespace patchlight
{
namespace
{

constexpr float kAbsent = std::numeric_limits<float>::quiet_NaN();

/// One query's scaled products with every key of its window.
void scores(const LayerAttention& layer, int window, int head, int query, float* out)
{
    const auto offset = window * layer.windowStride + head * layer.headStride;
    const int d = layer.headWidth;
    std::vector<float> room(static_cast<std::size_t>(2 * d));
    const float* q = layer.q.read(offset + query * layer.tokenStride, d, room.data());
    for (int t = 0; t < layer.tokens; ++t)
        out[t] = layer.scale * dotProduct(q, layer.k.read(offset + t * layer.tokenStride, d, room.data() + d), d);
    for (const int t : layer.leftOut)
        out[t] = -std::numeric_limits<float>::infinity();
}

std::vector<float> wholeMatrix(const LayerAttention& layer, HeadIndex head, int window)
{
    std::vector<float> out(static_cast<std::size_t>(layer.tokens) * layer.tokens);
    HeadRows(layer, head, window).rows(0, layer.tokens, out.data(), layer.tokens);
    return out;
}

}

AttentionRecord::AttentionRecord(TokenLayout layout, std::vector<LayerAttention> layers)
    : m_layout(layout), m_layers(std::move(layers))
{
}

std::size_t AttentionRecord::bytes() const
{
    std::size_t total = 0;
    for (const auto& layer : m_layers) {
        const int windows = layer.windows ? layer.windows->windows().count() : 1;
        if (layer.q)
            total += std::size_t{2} * windows * layer.heads * layer.tokens * layer.headWidth * layer.q.bytesEach();
    }
    return total;
}

void AttentionRecord::row(LayerIndex l, HeadIndex head, TokenIndex query, float* out) const
{
    if (isSilent(layer(l), head)) {
        std::fill_n(out, layer(l).tokens, 0.0F);
        return;
    }
    scores(layer(l), 0, head.value, query.value, out);
    softmaxInPlace(out, layer(l).tokens);
}

std::vector<float> AttentionRecord::row(LayerIndex l, HeadIndex head, TokenIndex query) const
{
    std::vector<float> out(static_cast<std::size_t>(layer(l).tokens));
    row(l, head, query, out.data());
    return out;
}

std::vector<float> AttentionRecord::matrix(LayerIndex l, HeadIndex head) const
{
    return wholeMatrix(layer(l), head, 0);
}

std::vector<float> AttentionRecord::windowMatrix(LayerIndex l, HeadIndex head, int window) const
{
    return wholeMatrix(layer(l), head, window);
}

}
