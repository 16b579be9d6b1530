// ui/adapter/record_maps.cpp: calls core/explain with queries put on the layer's grid.
#include "ui/adapter/record_maps.h"
#include "core/explain/attention/head_maps.h"
#include "core/explain/from_record.h"
#include "core/explain/query_weights.h"

namespace patchlight
{

Result<Explanation> mapFromRecord(
    const AttentionRecord& record, const ExplainRequest& request, const CancelToken& cancel)
{
    ExplainRequest asked = request;
    if (request.method == Method::Attention) {
        const LayerIndex layer = request.layer.value_or(LayerIndex{record.layerCount() - 1});
        asked.query = queryOnLayer(record, layer, request.query);
    }
    return explainFromRecord(record, asked, {cancel, {}});
}

Result<std::vector<std::vector<Grid<float>>>> allHeadMaps(
    const AttentionRecord& record, const Query& query, const CancelToken& cancel)
{
    auto layers = headMaps(record, query, {cancel, {}});
    if (!layers)
        return fail(layers.error());
    std::vector<std::vector<Grid<float>>> all;
    for (std::size_t l = 0; l < layers->size(); ++l) {
        auto& layer = (*layers)[l];
        if (layer.heads.empty()) // switched off
            layer.heads.resize(static_cast<std::size_t>(record.headCount(LayerIndex{static_cast<int>(l)})));
        all.push_back(std::move(layer.heads));
        all.back().push_back(std::move(layer.fused));
    }
    return all;
}

}
