// core/record/attention_record.cpp
#include "core/record/attention_record.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace patchlight
{
namespace
{

constexpr float kAbsent = std::numeric_limits<float>::quiet_NaN();
constexpr float kMasked = -100.0F; ///< Swin's own constant, added to scores between regions of a shifted window

/// One query's scaled products with every key of its window.
void scores(const LayerAttention& layer, int window, int head, int query, float* out)
{
    const auto offset = window * layer.windowStride + head * layer.headStride;
    const float* q = layer.q + offset + query * layer.tokenStride;
    const float* keys = layer.k + offset;
    for (int t = 0; t < layer.tokens; ++t) {
        const float* k = keys + t * layer.tokenStride;
        float sum = 0;
        for (int c = 0; c < layer.headWidth; ++c)
            sum += q[c] * k[c];
        out[t] = sum * layer.scale;
    }
}

void softmax(float* values, int count)
{
    const float highest = *std::max_element(values, values + count);
    float sum = 0;
    for (int i = 0; i < count; ++i)
        sum += values[i] = std::exp(values[i] - highest);
    for (int i = 0; i < count; ++i)
        values[i] /= sum;
}

/// Which of the three bands along one axis a rolled position belongs to: cells of different bands were not neighbours.
int band(int position, int size, const WindowLayout& windows)
{
    return position < size - windows.window ? 0 : position < size - windows.shift ? 1 : 2;
}

int region(Cell rolled, const WindowLayout& windows)
{
    return 3 * band(rolled.row, windows.padded.rows, windows) + band(rolled.column, windows.padded.columns, windows);
}

Cell cellOf(int window, int inWindow, const WindowLayout& windows)
{
    const int across = windows.windows().columns;
    return {window / across * windows.window + inWindow / windows.window,
        window % across * windows.window + inWindow % windows.window};
}

void windowScores(const LayerAttention& layer, int window, int head, int query, float* out)
{
    const auto& windows = *layer.windows;
    scores(layer, window, head, query, out);
    if (windows.bias) {
        const auto cells = static_cast<std::size_t>(windows.cells());
        const float* bias = windows.bias->data() + (head * cells + query) * cells;
        for (std::size_t t = 0; t < cells; ++t)
            out[t] += bias[t];
    }
    if (windows.shift > 0) {
        const int own = region(cellOf(window, query, windows), windows);
        for (int t = 0; t < layer.tokens; ++t)
            if (region(cellOf(window, t, windows), windows) != own)
                out[t] += kMasked;
    }
    softmax(out, layer.tokens);
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
        total += std::size_t{2} * windows * layer.heads * layer.tokens * layer.headWidth * sizeof(float);
    }
    return total;
}

void AttentionRecord::row(LayerIndex l, HeadIndex head, TokenIndex query, float* out) const
{
    scores(layer(l), 0, head.value, query.value, out);
    softmax(out, layer(l).tokens);
}

std::vector<float> AttentionRecord::row(LayerIndex l, HeadIndex head, TokenIndex query) const
{
    std::vector<float> out(static_cast<std::size_t>(layer(l).tokens));
    row(l, head, query, out.data());
    return out;
}

std::vector<float> AttentionRecord::matrix(LayerIndex l, HeadIndex head) const
{
    const int tokens = layer(l).tokens;
    std::vector<float> out(static_cast<std::size_t>(tokens) * tokens);
    for (int t = 0; t < tokens; ++t)
        row(l, head, TokenIndex{t}, out.data() + static_cast<std::size_t>(t) * tokens);
    return out;
}

Grid<float> AttentionRecord::windowRow(LayerIndex l, HeadIndex head, Cell query) const
{
    const auto& layer = this->layer(l);
    const auto& windows = *layer.windows;
    const auto roll = [&](int position, int by, int size) { return ((position + by) % size + size) % size; };
    const Cell rolled{roll(query.row, -windows.shift, windows.padded.rows),
        roll(query.column, -windows.shift, windows.padded.columns)};
    const int window = rolled.row / windows.window * windows.windows().columns + rolled.column / windows.window;
    const int inWindow = rolled.row % windows.window * windows.window + rolled.column % windows.window;

    std::vector<float> weights(static_cast<std::size_t>(layer.tokens));
    windowScores(layer, window, head.value, inWindow, weights.data());

    Grid<float> map(layer.grid, kAbsent);
    for (int t = 0; t < layer.tokens; ++t) {
        const Cell key = cellOf(window, t, windows);
        const Cell cell{
            roll(key.row, windows.shift, windows.padded.rows), roll(key.column, windows.shift, windows.padded.columns)};
        if (map.contains(cell)) // the others are padding
            map.at(cell) = weights[static_cast<std::size_t>(t)];
    }
    return map;
}

std::vector<float> AttentionRecord::windowMatrix(LayerIndex l, HeadIndex head, int window) const
{
    const auto& layer = this->layer(l);
    std::vector<float> out(static_cast<std::size_t>(layer.tokens) * layer.tokens);
    for (int t = 0; t < layer.tokens; ++t)
        windowScores(layer, window, head.value, t, out.data() + static_cast<std::size_t>(t) * layer.tokens);
    return out;
}

}
