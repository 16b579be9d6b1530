// core/explain/perturbation/interventions.cpp
#include "core/explain/perturbation/interventions.h"
#include "core/base/model_config.h"
#include "core/record/head_rows.h"
#include "core/record/window_cells.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace patchlight
{
namespace
{

Result<void> checkHidden(const Interventions& changes, const ModelConfig& config, GridSize grid)
{
    std::set<std::pair<int, int>> different;
    for (const Cell cell : changes.hidden) {
        if (cell.row < 0 || cell.column < 0 || cell.row >= grid.rows || cell.column >= grid.columns)
            return fail(ErrorCode::InvalidOption,
                "There is no patch " + std::to_string(cell.row) + "," + std::to_string(cell.column)
                    + " to hide: the grid has " + std::to_string(grid.rows) + " rows and "
                    + std::to_string(grid.columns) + " columns.");
        different.emplace(cell.row, cell.column);
    }
    if (changes.hidden.empty() || changes.hideWith != HideWith::Drop)
        return {};
    if (config.family == Family::Swin)
        return fail(ErrorCode::Unsupported,
            "Swin's windows need every cell, so patches cannot be dropped from its sequence; hide them with mean or "
            "zero.");
    if (config.pooling.value == Pooling::AveragePatches)
        return fail(ErrorCode::Unsupported,
            "This network's head reads the mean of all patches, so patches cannot be dropped; hide them with mean or "
            "zero.");
    if (static_cast<int>(different.size()) == grid.count())
        return fail(
            ErrorCode::InvalidOption, "With every patch dropped nothing is left to look at; keep one at least.");
    return {};
}

Result<void> checkLayer(LayerIndex layer, const ModelConfig& config)
{
    if (layer.value >= 0 && layer.value < config.blockCount())
        return {};
    return fail(ErrorCode::InvalidOption,
        "There is no layer " + std::to_string(layer.value) + " to change: layers are 0 to "
            + std::to_string(config.blockCount() - 1) + ".");
}

int headsOf(LayerIndex layer, const ModelConfig& config)
{
    int before = 0;
    for (std::size_t stage = 0; stage < config.depths.value.size(); ++stage) {
        before += config.depths.value[stage];
        if (layer.value < before)
            return config.heads.value[std::min(stage, config.heads.value.size() - 1)];
    }
    return config.heads.value.back();
}

/// Room of its own for the layer's Q and K, in the recorder's order: [2, windows, H, T, d].
std::shared_ptr<std::vector<float>> ownCopy(LayerAttention& layer)
{
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    const std::ptrdiff_t d = layer.headWidth, perHead = layer.tokens * d, perWindow = layer.heads * perHead;
    auto values = std::make_shared<std::vector<float>>(static_cast<std::size_t>(2 * windows * perWindow));
    float* q = values->data();
    float* k = q + windows * perWindow;
    std::vector<float> room(static_cast<std::size_t>(d));
    for (int w = 0; w < windows; ++w)
        for (int h = 0; h < layer.heads; ++h)
            for (int t = 0; t < layer.tokens; ++t) {
                const auto from = w * layer.windowStride + h * layer.headStride + t * layer.tokenStride;
                const auto to = w * perWindow + h * perHead + t * d;
                std::copy_n(layer.q.read(from, layer.headWidth, room.data()), d, q + to);
                std::copy_n(layer.k.read(from, layer.headWidth, room.data()), d, k + to);
            }
    layer.windowStride = perWindow, layer.headStride = perHead, layer.tokenStride = d;
    layer.q = q, layer.k = k, layer.owner = values;
    return values;
}

void withoutBias(LayerAttention& layer, HeadIndex head)
{
    if (!layer.windows || !layer.windows->bias)
        return;
    auto bias = std::make_shared<std::vector<float>>(*layer.windows->bias);
    const auto count = static_cast<std::ptrdiff_t>(layer.tokens) * layer.tokens;
    std::fill_n(bias->begin() + head.value * count, count, 0.0F);
    layer.windows->bias = std::move(bias);
}

/// Mean of the rows of all queries that are in the sequence.
std::vector<float> meanRow(const LayerAttention& layer, HeadIndex head, int window)
{
    const auto count = static_cast<std::size_t>(layer.tokens);
    std::vector<float> rows(count * count), mean(count, 0.0F);
    HeadRows(layer, head, window).rows(0, layer.tokens, rows.data(), layer.tokens);
    const auto queries = static_cast<float>(count - layer.leftOut.size());
    for (std::size_t q = 0; q < count; ++q)
        if (!std::binary_search(layer.leftOut.begin(), layer.leftOut.end(), static_cast<int>(q)))
            for (std::size_t t = 0; t < count; ++t)
                mean[t] += rows[q * count + t] / queries;
    return mean;
}

/// q and k whose softmax is `row` for every query: q = e₀, k = ln(row)·e₀ / scale. An empty row: all alike.
void setRow(const LayerAttention& layer, float* values, HeadIndex head, int window, const std::vector<float>& row)
{
    const std::ptrdiff_t windows = layer.windows ? layer.windows->windows().count() : 1;
    const auto first = window * layer.windowStride + head.value * layer.headStride;
    float* q = values + first;
    float* k = q + windows * layer.windowStride;
    std::fill_n(q, layer.headStride, 0.0F);
    std::fill_n(k, layer.headStride, 0.0F);
    for (std::size_t t = 0; t < row.size(); ++t) {
        const auto at = static_cast<std::ptrdiff_t>(t) * layer.tokenStride;
        q[at] = 1;
        k[at] = std::log(std::max(row[t], 1e-37F)) / layer.scale;
    }
}

void replaceHead(LayerAttention& layer, const HeadIntervention& one)
{
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    std::vector<std::vector<float>> rows(static_cast<std::size_t>(windows));
    if (one.change == HeadChange::Mean)
        for (int w = 0; w < windows; ++w)
            rows[static_cast<std::size_t>(w)] = meanRow(layer, one.head, w);
    const auto values = ownCopy(layer);
    withoutBias(layer, one.head);
    for (int w = 0; w < windows; ++w)
        setRow(layer, values->data(), one.head, w, rows[static_cast<std::size_t>(w)]);
}

void changeHead(LayerAttention& layer, const HeadIntervention& one)
{
    std::erase(layer.silentHeads, one.head.value);
    if (one.change == HeadChange::Off)
        layer.silentHeads.push_back(one.head.value);
    else if (layer.q)
        replaceHead(layer, one);
    if (static_cast<int>(layer.silentHeads.size()) == layer.heads)
        layer.q = layer.k = nullptr; // nothing left to follow: as a block without attention
}

}

Result<void> checkInterventions(const Interventions& changes, const ModelConfig& config, GridSize grid)
{
    if (auto valid = checkHidden(changes, config, grid); !valid)
        return valid;
    for (const LayerIndex layer : changes.blocksOff)
        if (auto valid = checkLayer(layer, config); !valid)
            return valid;
    for (const auto& each : changes.heads) {
        if (auto valid = checkLayer(each.layer, config); !valid)
            return valid;
        const int heads = headsOf(each.layer, config);
        if (each.head.value < 0 || each.head.value >= heads)
            return fail(ErrorCode::InvalidOption,
                "There is no head " + std::to_string(each.head.value) + " in layer " + std::to_string(each.layer.value)
                    + ": its heads are 0 to " + std::to_string(heads - 1) + ".");
    }
    return {};
}

AttentionRecord intervenedRecord(const AttentionRecord& record, const Interventions& changes)
{
    std::vector<LayerAttention> layers;
    std::vector<int> dropped;
    if (changes.hideWith == HideWith::Drop)
        for (const Cell cell : changes.hidden)
            dropped.push_back(record.layout().patch(cell).value);
    std::sort(dropped.begin(), dropped.end());
    dropped.erase(std::unique(dropped.begin(), dropped.end()), dropped.end());
    for (int l = 0; l < record.layerCount(); ++l) {
        layers.push_back(record.layer(LayerIndex{l}));
        layers.back().leftOut = dropped;
    }
    for (auto each = changes.heads.begin(); each != changes.heads.end(); ++each) {
        const bool overruled = std::any_of(each + 1, changes.heads.end(),
            [&](const auto& later) { return later.layer == each->layer && later.head == each->head; });
        if (!overruled)
            changeHead(layers.at(static_cast<std::size_t>(each->layer.value)), *each);
    }
    return {record.layout(), std::move(layers)};
}

}
