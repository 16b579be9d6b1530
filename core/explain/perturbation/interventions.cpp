// core/explain/perturbation/interventions.cpp
#include "core/explain/perturbation/interventions.h"
#include "core/base/family.h"
#include "core/record/head_rows.h"
#include "core/record/window_cells.h"
#include <algorithm>
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
    if (const auto why = whyNotDrop(config); !why.empty())
        return fail(ErrorCode::Unsupported, std::string(why));
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

/// Mean of the rows of all queries that are in the sequence and attend.
std::vector<float> meanRow(const LayerAttention& layer, HeadIndex head, int window)
{
    const auto count = static_cast<std::size_t>(layer.tokens);
    std::vector<float> rows(count * count), mean(count, 0.0F);
    HeadRows(layer, head, window).rows(0, layer.tokens, rows.data(), layer.tokens);
    int queries = 0;
    for (std::size_t q = 0; q < count; ++q) {
        const int query = static_cast<int>(q);
        if (!layer.asking.contains(query) || std::binary_search(layer.leftOut.begin(), layer.leftOut.end(), query))
            continue;
        ++queries;
        for (std::size_t t = 0; t < count; ++t)
            mean[t] += rows[q * count + t];
    }
    for (float& value : mean)
        value /= static_cast<float>(std::max(queries, 1));
    return mean;
}

void replaceHead(LayerAttention& layer, const HeadIntervention& one)
{
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    const auto tokens = static_cast<std::size_t>(layer.tokens);
    auto rows = std::make_shared<std::vector<float>>(static_cast<std::size_t>(windows) * tokens, 1.0F);
    layer.alike.erase(one.head.value);
    if (one.change == HeadChange::Mean)
        for (int w = 0; w < windows; ++w)
            std::ranges::copy(meanRow(layer, one.head, w), rows->begin() + static_cast<std::ptrdiff_t>(w) * layer.tokens);
    layer.alike[one.head.value] = std::move(rows);
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
        const int heads = headsOfBlock(config, each.layer.value);
        if (heads == 0)
            return fail(ErrorCode::Unsupported, "This network has no attention, so there are no heads to change.");
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
    AttentionRecord changed(record.layout(), std::move(layers));
    changed.keep(record.blockTokens());
    return changed;
}

}
