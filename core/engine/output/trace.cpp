// core/engine/output/trace.cpp
#include "core/engine/output/trace.h"
#include "core/base/formatted.h"
#include "core/record/head_rows.h"
#include <algorithm>
#include <array>
#include <optional>

namespace patchlight
{
namespace
{

NdArray windowedAttention(const AttentionRecord& record, LayerIndex layer)
{
    const auto& block = record.layer(layer);
    const int windows = block.windows->windows().count();
    const int cells = block.windows->cells();
    NdArray all{{windows, block.heads, cells, cells}, {}};
    all.values.reserve(static_cast<std::size_t>(windows) * block.heads * cells * cells);
    for (int window = 0; window < windows; ++window)
        for (int head = 0; head < block.heads; ++head) {
            const auto weights = record.windowMatrix(layer, HeadIndex{head}, window);
            all.values.insert(all.values.end(), weights.begin(), weights.end());
        }
    return all;
}

/// Rows of the tokens that attend, over the tokens that are attended to: [heads, queries, keys].
NdArray rowsOf(const LayerAttention& block)
{
    const int queries = block.asking.count < 0 ? block.tokens - block.asking.first : block.asking.count;
    const int keys = block.tokens - block.firstKey;
    NdArray all{{block.heads, queries, keys}, {}};
    all.values.reserve(static_cast<std::size_t>(block.heads) * queries * keys);
    std::vector<float> rows(static_cast<std::size_t>(queries) * block.tokens);
    for (int head = 0; head < block.heads; ++head) {
        HeadRows(block, HeadIndex{head}).rows(block.asking.first, queries, rows.data(), block.tokens);
        for (int q = 0; q < queries; ++q) {
            const auto row = rows.begin() + static_cast<std::ptrdiff_t>(q) * block.tokens;
            all.values.insert(all.values.end(), row + block.firstKey, row + block.tokens);
        }
    }
    return all;
}

}

NdArray attentionOf(const AttentionRecord& record, LayerIndex layer)
{
    const auto& block = record.layer(layer);
    if (block.windows)
        return windowedAttention(record, layer);
    return rowsOf(block);
}

namespace
{

std::optional<NdArray> mixedAttentionOf(const AttentionRecord& record, LayerIndex layer)
{
    const auto& block = record.layer(layer);
    if (!block.talking)
        return std::nullopt;
    const auto plain = rowsOf(block);
    const auto each = static_cast<std::size_t>(plain.dim(1) * plain.dim(2));
    const auto heads = static_cast<std::size_t>(block.heads);
    NdArray mixed{plain.shape, {}};
    for (std::size_t h = 0; h < heads; ++h) {
        mixed.values.resize((h + 1) * each, block.talking->afterBias[h]);
        for (std::size_t g = 0; g < heads; ++g)
            for (std::size_t i = 0; i < each; ++i)
                mixed.values[h * each + i] += block.talking->after[h * heads + g] * plain.values[g * each + i];
    }
    return mixed;
}

std::string attentionName(const AttentionRecord& record, LayerIndex layer)
{
    if (record.layer(layer).asking.count != 1)
        return formatted("attention_%02d", layer.value);
    int before = 0;
    while (before < layer.value && record.layer(LayerIndex{before}).asking.count != 1)
        ++before;
    return formatted("attention_class_%02d", layer.value - before);
}

}

Result<void> trace(const Analysis& analysis, const TraceSink& sink, const RunContext& run)
{
    const char* embedding = analysis.model->config.projection > 0 ? "image_embedding" : "embedding";
    const std::array<std::pair<const char*, const NdArray*>, 7> plain{
        {{"input", &analysis.input}, {"logits", &analysis.logits}, {"logits_class", &analysis.logitsClass},
            {"logits_distillation", &analysis.logitsDistillation}, {"tokens", &analysis.features},
            {embedding, &analysis.embedding}, {"features", &analysis.featureMap}}};
    for (const auto& [name, array] : plain)
        if (!array->empty())
            if (auto taken = sink(name, *array); !taken)
                return taken;
    if (const auto& pooling = analysis.record.pooling())
        if (auto taken = sink("attention_pool", rowsOf(*pooling)); !taken)
            return taken;
    const int layers = analysis.record.attends() ? analysis.record.layerCount() : 0;
    for (int layer = 0; layer < layers; ++layer) {
        if (run.cancel.requested())
            return cancelled();
        run.step("block", layer, layers);
        const LayerIndex index{layer};
        if (auto taken = sink(attentionName(analysis.record, index), attentionOf(analysis.record, index)); !taken)
            return taken;
        if (const auto mixed = mixedAttentionOf(analysis.record, index))
            if (auto taken = sink(formatted("attention_mixed_%02d", layer), *mixed); !taken)
                return taken;
    }
    return {};
}

}
