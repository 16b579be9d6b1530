// core/record/head_rows.cpp
#include "core/record/head_rows.h"
#include "core/record/vector_kernels.h"
#include "core/record/window_cells.h"
#include <algorithm>
#include <cmath>
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

constexpr float kNever = -std::numeric_limits<float>::infinity();

/// Where one token's query or key of one head begins.
std::ptrdiff_t placeOf(const LayerAttention& layer, int window, int head, int token)
{
    return window * layer.windowStride + head * layer.headStride + token * layer.tokenStride;
}

/// Where heads talk before the softmax, one head's scores are products of all heads' queries, weighted, with all keys.
int widthOf(const LayerAttention& layer)
{
    return layer.talking ? layer.heads * layer.headWidth : layer.headWidth;
}

/// One query as wide as widthOf; in place where it can be, else in `room`.
const float* readQuery(const LayerAttention& layer, int window, int head, int token, float* room)
{
    const int d = layer.headWidth;
    if (!layer.talking)
        return layer.q.read(placeOf(layer, window, head, token), d, room);
    std::vector<float> widened(static_cast<std::size_t>(d));
    for (int g = 0; g < layer.heads; ++g) {
        const float share = layer.talking->before[static_cast<std::size_t>(head * layer.heads + g)];
        const float* of = layer.q.read(placeOf(layer, window, g, token), d, widened.data());
        for (int c = 0; c < d; ++c)
            room[g * d + c] = share * of[c];
    }
    return room;
}

const float* readKey(const LayerAttention& layer, int window, int head, int token, float* room)
{
    const int d = layer.headWidth;
    if (!layer.talking)
        return layer.k.read(placeOf(layer, window, head, token), d, room);
    std::vector<float> widened(static_cast<std::size_t>(d));
    for (int g = 0; g < layer.heads; ++g)
        std::copy_n(layer.k.read(placeOf(layer, window, g, token), d, widened.data()), d, room + g * d);
    return room;
}

/// Keys that nobody may attend to.
void hide(const LayerAttention& layer, float* scores)
{
    std::fill_n(scores, layer.firstKey, kNever);
    for (const int t : layer.leftOut)
        scores[t] = kNever;
}

const float* alikeRow(const LayerAttention& layer, int head, int window)
{
    const auto found = layer.alike.find(head);
    return found == layer.alike.end() ? nullptr
                                      : found->second->data() + static_cast<std::ptrdiff_t>(window) * layer.tokens;
}

void setScores(const float* weights, int count, float* scores)
{
    for (int t = 0; t < count; ++t)
        scores[t] = std::log(std::max(weights[t], 1e-37F));
}

std::vector<float> packKeys(const LayerAttention& layer, int head, int window)
{
    const int width = widthOf(layer);
    std::vector<float> panels(static_cast<std::size_t>(paddedTo(layer.tokens)) * width);
    std::vector<float> room(static_cast<std::size_t>(width));
    for (int t = 0; t < layer.tokens; ++t) {
        const float* key = readKey(layer, window, head, t, room.data());
        float* to = panels.data() + static_cast<std::ptrdiff_t>(t / kLanes) * width * kLanes + t % kLanes;
        for (int c = 0; c < width; ++c)
            to[static_cast<std::ptrdiff_t>(c) * kLanes] = key[c];
    }
    return panels;
}

}

HeadRows::HeadRows(const LayerAttention& layer, HeadIndex head, int window)
    : m_layer(layer), m_head(head.value), m_window(window), m_width(widthOf(layer))
{
    if (!isSilent(layer, head) && !alikeRow(layer, head.value, window))
        m_keys = packKeys(layer, head.value, window);
    if (layer.windows && layer.windows->shift != GridSize{})
        m_regions = windowRegions(*layer.windows, window);
}

bool isSilent(const LayerAttention& layer, HeadIndex head)
{
    return std::find(layer.silentHeads.begin(), layer.silentHeads.end(), head.value) != layer.silentHeads.end();
}

/// Scores of up to kTileRows queries, rows `paddedTo(tokens)` apart.
void HeadRows::scoreRows(int first, int rows, float* scores) const
{
    const int padded = paddedTo(tokens());
    if (const float* weights = alikeRow(m_layer, m_head, m_window)) {
        for (int r = 0; r < rows; ++r)
            setScores(weights, tokens(), scores + static_cast<std::ptrdiff_t>(r) * padded);
        return;
    }
    std::vector<float> room(static_cast<std::size_t>(kTileRows) * m_width);
    const float* queries[kTileRows];
    for (int r = 0; r < kTileRows; ++r) // the last tile repeats its last row
        queries[r] = readQuery(m_layer, m_window, m_head, first + std::min(r, rows - 1), room.data() + r * m_width);
    kernels::scoreTile(queries, m_keys.data(), m_width, padded, m_layer.scale, scores);
}

void HeadRows::rows(int first, int count, float* out, std::ptrdiff_t stride) const
{
    const bool silent = isSilent(m_layer, HeadIndex{m_head});
    const int padded = paddedTo(tokens());
    std::vector<float> scores(static_cast<std::size_t>(kTileRows) * padded);
    std::vector<float> weights(static_cast<std::size_t>(padded));
    for (int done = 0; done < count; done += kTileRows) {
        const int rows = std::min(kTileRows, count - done);
        if (!silent)
            scoreRows(first + done, rows, scores.data());
        for (int r = 0; r < rows; ++r) {
            const int query = first + done + r;
            if (silent || !m_layer.asking.contains(query)) {
                std::fill_n(out + (done + r) * stride, tokens(), 0.0F);
                continue;
            }
            float* row = scores.data() + static_cast<std::ptrdiff_t>(r) * padded;
            addTerms(query, row);
            kernels::softmaxRow(row, tokens(), padded, weights.data());
            std::copy_n(weights.data(), tokens(), out + (done + r) * stride);
        }
    }
}

void HeadRows::addTerms(int query, float* scores) const
{
    hide(m_layer, scores);
    const bool alike = alikeRow(m_layer, m_head, m_window) != nullptr;
    if (m_layer.byOffset && !alike)
        m_layer.byOffset->addTo(m_head, query, scores);
    if (!m_layer.windows)
        return;
    if (const auto& bias = m_layer.windows->bias; bias && !alike) {
        const auto cells = static_cast<std::size_t>(tokens());
        const float* row = bias->data() + (m_head * cells + static_cast<std::size_t>(query)) * cells;
        for (std::size_t t = 0; t < cells; ++t)
            scores[t] += row[t];
    }
    for (std::size_t t = 0; t < m_regions.size(); ++t)
        if (m_regions[t] != m_regions[static_cast<std::size_t>(query)])
            scores[t] += m_layer.windows->otherRegion;
}

void oneRow(const LayerAttention& layer, HeadIndex head, int query, float* out)
{
    if (isSilent(layer, head) || !layer.asking.contains(query)) {
        std::fill_n(out, layer.tokens, 0.0F);
        return;
    }
    if (const float* weights = alikeRow(layer, head.value, 0)) {
        setScores(weights, layer.tokens, out);
    } else {
        const int width = widthOf(layer);
        std::vector<float> room(static_cast<std::size_t>(2 * width));
        const float* q = readQuery(layer, 0, head.value, query, room.data());
        for (int t = 0; t < layer.tokens; ++t)
            out[t] = layer.scale * dotProduct(q, readKey(layer, 0, head.value, t, room.data() + width), width);
        if (layer.byOffset)
            layer.byOffset->addTo(head.value, query, out);
    }
    hide(layer, out);
    softmaxInPlace(out, layer.tokens);
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
