// core/record/attention_record.cpp
#include "core/record/attention_record.h"
#include "core/record/head_rows.h"
#include "core/record/window_cells.h"

namespace patchlight
{
namespace
{

std::vector<float> wholeMatrix(const LayerAttention& layer, HeadIndex head, int window)
{
    std::vector<float> out(static_cast<std::size_t>(layer.tokens) * layer.tokens);
    HeadRows(layer, head, window).rows(0, layer.tokens, out.data(), layer.tokens);
    return out;
}

}

void OffsetBias::addTo(int head, int query, float* scores) const
{
    const float* table = ofHead(head);
    const float* special = table + offsets();
    if (query == 0) {
        scores[0] += special[2];
        for (int t = 1; t <= grid.count(); ++t)
            scores[t] += special[0];
        return;
    }
    scores[0] += special[1];
    const Cell cell{(query - 1) / grid.columns, (query - 1) % grid.columns};
    const int across = 2 * grid.columns - 1;
    for (int row = 0; row < grid.rows; ++row) {
        const float* offset = table + (row - cell.row + grid.rows - 1) * across + grid.columns - 1 - cell.column;
        float* of = scores + 1 + row * grid.columns;
        for (int column = 0; column < grid.columns; ++column)
            of[column] += offset[column];
    }
}

AttentionRecord::AttentionRecord(
    TokenLayout layout, std::vector<LayerAttention> layers, std::optional<LayerAttention> pooling)
    : m_layout(layout), m_layers(std::move(layers)), m_pooling(std::move(pooling))
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
    if (m_blockTokens)
        for (const auto& tokens : *m_blockTokens)
            total += tokens.count * sizeof(float);
    return total;
}

void AttentionRecord::row(LayerIndex l, HeadIndex head, TokenIndex query, float* out) const
{
    oneRow(layer(l), head, query.value, out);
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
