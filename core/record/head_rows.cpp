// core/record/head_rows.cpp
#include "core/record/head_rows.h"
#include "core/record/vector_kernels.h"
#include "core/record/window_cells.h"
#include <algorithm>
#include <limits>

namespace patchlight
{
namespace
{

using kernels::kLanes;
using kernels::kTileRows;

int paddedTo(int count)
{
    return (count + kLanes - 1) / kLanes * kLanes;
}

std::vector<float> packKeys(std::ptrdiff_t first, const LayerAttention& layer)
{
    const int d = layer.headWidth;
    std::vector<float> panels(static_cast<std::size_t>(paddedTo(layer.tokens)) * d);
    std::vector<float> room(static_cast<std::size_t>(d));
    for (int t = 0; t < layer.tokens; ++t) {
        const float* key = layer.k.read(first + t * layer.tokenStride, d, room.data());
        float* to = panels.data() + static_cast<std::ptrdiff_t>(t / kLanes) * d * kLanes + t % kLanes;
        for (int c = 0; c < d; ++c)
            to[static_cast<std::ptrdiff_t>(c) * kLanes] = key[c];
    }
    return panels;
}

}

HeadRows::HeadRows(const LayerAttention& layer, HeadIndex head, int window)
    : m_layer(layer), m_head(head.value), m_first(window * layer.windowStride + head.value * layer.headStride),
      m_keys(packKeys(m_first, layer))
{
    if (layer.windows && layer.windows->shift != GridSize{})
        m_regions = windowRegions(*layer.windows, window);
}

bool isSilent(const LayerAttention& layer, HeadIndex head)
{
    return std::find(layer.silentHeads.begin(), layer.silentHeads.end(), head.value) != layer.silentHeads.end();
}

void HeadRows::rows(int first, int count, float* out, std::ptrdiff_t stride) const
{
    if (isSilent(m_layer, HeadIndex{m_head})) {
        for (int r = 0; r < count; ++r)
            std::fill_n(out + r * stride, tokens(), 0.0F);
        return;
    }
    const int padded = paddedTo(tokens()), d = m_layer.headWidth;
    std::vector<float> room(static_cast<std::size_t>(kTileRows) * d);
    std::vector<float> scores(static_cast<std::size_t>(kTileRows) * padded);
    std::vector<float> weights(static_cast<std::size_t>(padded));
    for (int done = 0; done < count; done += kTileRows) {
        const int rows = std::min(kTileRows, count - done);
        const float* queries[kTileRows];
        for (int r = 0; r < kTileRows; ++r) // the last tile repeats its last row
            queries[r] = m_layer.q.read(
                m_first + (first + done + std::min(r, rows - 1)) * m_layer.tokenStride, d, room.data() + r * d);
        kernels::scoreTile(queries, m_keys.data(), d, padded, m_layer.scale, scores.data());
        for (int r = 0; r < rows; ++r) {
            float* row = scores.data() + static_cast<std::ptrdiff_t>(r) * padded;
            addWindowTerms(first + done + r, row);
            kernels::softmaxRow(row, tokens(), padded, weights.data());
            std::copy_n(weights.data(), tokens(), out + (done + r) * stride);
        }
    }
}

void HeadRows::addWindowTerms(int query, float* scores) const
{
    for (const int t : m_layer.leftOut)
        scores[t] = -std::numeric_limits<float>::infinity();
    if (!m_layer.windows)
        return;
    if (const auto& bias = m_layer.windows->bias) {
        const auto cells = static_cast<std::size_t>(tokens());
        const float* row = bias->data() + (m_head * cells + static_cast<std::size_t>(query)) * cells;
        for (std::size_t t = 0; t < cells; ++t)
            scores[t] += row[t];
    }
    for (std::size_t t = 0; t < m_regions.size(); ++t)
        if (m_regions[t] != m_regions[static_cast<std::size_t>(query)])
            scores[t] += kOtherRegion;
}

float dotProduct(const float* a, const float* b, int count)
{
    return kernels::dot(a, b, count);
}

float entropyOf(const float* weights, int count)
{
    return kernels::entropy(weights, count);
}

void softmaxInPlace(float* scores, int count)
{
    const int padded = paddedTo(count);
    std::vector<float> room(static_cast<std::size_t>(padded));
    std::copy_n(scores, count, room.data());
    kernels::softmaxRow(room.data(), count, padded, room.data());
    std::copy_n(room.data(), count, scores);
}

}
