// ui/state/head_maps.cpp: asks the record for every head.
#include "ui/state/head_maps.h"
#include "core/explain/from_record.h"
#include "ui/adapter/map_painter.h"
#include "ui/state/map_numbers.h"
#include <algorithm>

namespace patchlight {
namespace {

/// Stops early, with fewer maps, when cancelled.
HeadColumn mapsOfLayer(const AttentionRecord& record, int layer, const Query& query, const CancelToken& cancel)
{
    HeadColumn result;
    ExplainRequest request;
    request.layer = LayerIndex {layer};
    request.query = query;
    const int heads = record.headCount(LayerIndex {layer});
    for (int head = 0; head <= heads && !cancel.requested(); ++head) {
        request.head = head < heads ? HeadChoice {HeadIndex {head}} : HeadChoice {HeadFusion::Mean};
        auto answer = explainFromRecord(record, request, {cancel, {}});
        result.maps.push_back(answer ? std::move(answer->map) : Grid<float> {});
        result.entropy.push_back(mapEntropy(result.maps.back()));
        result.distance.push_back(mapDistance(result.maps.back(), query));
    }
    return result;
}

}

void HeadMaps::follow(const AnalysisPtr& analysis, const Query& query)
{
    if (analysis == m_analysis && query == m_query)
        return;
    m_analysis = analysis;
    m_query = query;
    m_layers.assign(analysis ? static_cast<std::size_t>(analysis->record.layerCount()) : 0, {});
    m_shared = {0, 0};
    m_ready = 0;
    Q_EMIT reset();
    if (!analysis) {
        m_job.cancel();
        return;
    }
    m_job.start([this, analysis, query](const CancelToken& cancel, const LatestJob::Deliver& deliver) {
        for (int layer = analysis->record.layerCount() - 1; layer >= 0 && !cancel.requested(); --layer) {
            auto maps = mapsOfLayer(analysis->record, layer, query, cancel);
            if (!cancel.requested())
                deliver([this, layer, maps = std::move(maps)]() mutable { take(layer, std::move(maps)); });
        }
    });
}

void HeadMaps::take(int layer, HeadColumn maps)
{
    for (const auto& map : maps.maps)
        if (!map.empty())
            m_shared.high = std::max(m_shared.high, mapRange(map, false).high);
    m_layers[static_cast<std::size_t>(layer)] = std::move(maps);
    ++m_ready;
    Q_EMIT layerReady(layer);
    if (complete())
        Q_EMIT completed();
}

}
