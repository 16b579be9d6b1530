// core/explain/attention/head_maps.cpp
#include "core/explain/attention/head_maps.h"
#include "core/explain/attention/raw_attention.h"
#include "core/explain/query_weights.h"
#include "core/record/attention_record.h"

namespace patchlight
{
namespace
{

void add(Grid<float>& sum, const Grid<float>& map)
{
    if (sum.empty())
        sum = Grid<float>(map.size());
    for (std::size_t i = 0; i < map.values().size(); ++i)
        sum.values()[i] += map.values()[i];
}

Result<LayerMaps> layerMaps(const AttentionRecord& record, LayerIndex layer, const Query& query)
{
    ExplainRequest request;
    request.layer = layer;
    request.query = query;
    LayerMaps out;
    const int heads = record.headCount(layer);
    if (!record.layer(layer).q)
        return out; // left out by an intervention
    const auto weights = queryWeights(record.layout(), record.layer(layer).grid, query);
    if (weights && !checkAnswers(record.layer(layer), layer, *weights, query.inverse))
        return out;
    for (int h = 0; h < heads; ++h) {
        request.head = HeadIndex{h};
        auto map = rawAttention(record, request);
        if (!map)
            return fail(map.error());
        add(out.fused, map->map);
        out.heads.push_back(std::move(map->map));
    }
    const auto speaking = heads - static_cast<int>(record.layer(layer).silentHeads.size());
    for (float& value : out.fused.values())
        value /= static_cast<float>(speaking);
    return out;
}

}

Result<std::vector<LayerMaps>> headMaps(const AttentionRecord& record, const Query& query, const RunContext& run)
{
    std::vector<LayerMaps> out;
    for (int l = 0; l < record.layerCount(); ++l) {
        if (run.cancel.requested())
            return cancelled();
        auto maps = layerMaps(record, LayerIndex{l}, query);
        if (!maps)
            return fail(maps.error());
        out.push_back(std::move(*maps));
    }
    return out;
}

}
