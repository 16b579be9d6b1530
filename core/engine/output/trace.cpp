// core/engine/output/trace.cpp
#include "core/engine/output/trace.h"
#include "core/base/formatted.h"
#include <algorithm>
#include <array>

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

std::string attentionName(int layer)
{
    return formatted("attention_%02d", layer);
}

}

NdArray attentionOf(const AttentionRecord& record, LayerIndex layer)
{
    const auto& block = record.layer(layer);
    if (block.windows)
        return windowedAttention(record, layer);
    NdArray all{{block.heads, block.tokens, block.tokens}, {}};
    all.values.reserve(static_cast<std::size_t>(block.heads) * block.tokens * block.tokens);
    for (int head = 0; head < block.heads; ++head) {
        const auto weights = record.matrix(layer, HeadIndex{head});
        all.values.insert(all.values.end(), weights.begin(), weights.end());
    }
    return all;
}

Result<void> trace(const Analysis& analysis, const TraceSink& sink, const RunContext& run)
{
    const std::array<std::pair<const char*, const NdArray*>, 5> plain{
        {{"input", &analysis.input}, {"logits", &analysis.logits}, {"logits_class", &analysis.logitsClass},
            {"logits_distillation", &analysis.logitsDistillation}, {"tokens", &analysis.features}}};
    for (const auto& [name, array] : plain)
        if (!array->empty())
            if (auto taken = sink(name, *array); !taken)
                return taken;
    const int layers = analysis.record.layerCount();
    for (int layer = 0; layer < layers; ++layer) {
        if (run.cancel.requested())
            return cancelled();
        run.step("block", layer, layers);
        if (auto taken = sink(attentionName(layer), attentionOf(analysis.record, LayerIndex{layer})); !taken)
            return taken;
    }
    return {};
}

}
