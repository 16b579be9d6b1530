// ui/state/head_maps.cpp: asks the record for every head and measures what comes.
#include "ui/state/head_maps.h"
#include "ui/adapter/map_painter.h"
#include "ui/adapter/record_maps.h"
#include "ui/state/intervention_edits.h"
#include <algorithm>

namespace patchlight
{
namespace
{

std::vector<HeadColumn> measured(std::vector<std::vector<Grid<float>>> layers, const Query& query, GridSize input)
{
    std::vector<HeadColumn> columns;
    for (auto& maps : layers) {
        HeadColumn column;
        for (const auto& map : maps) {
            column.entropy.push_back(mapEntropy(map));
            column.distance.push_back(mapDistance(map, query, input));
        }
        column.maps = std::move(maps);
        columns.push_back(std::move(column));
    }
    return columns;
}

}

void HeadMaps::follow(const AnalysisPtr& analysis, const Query& query)
{
    if (analysis == m_analysis && query == m_query)
        return;
    if (untouchedOf(analysis) != untouchedOf(m_analysis))
        m_layers.clear(); // of the same picture the old ones may stay until the new ones are there
    m_analysis = analysis;
    m_query = query;
    m_complete = false;
    m_job.start([this, analysis, query](const CancelToken& cancel, const LatestJob::Deliver& deliver) {
        auto maps = allHeadMaps(*analysis, query, cancel);
        if (maps)
            deliver([this, columns = measured(std::move(*maps), query, analysis->tokens.grid)]() mutable { take(std::move(columns)); });
    });
}

void HeadMaps::take(std::vector<HeadColumn> layers)
{
    m_layers = std::move(layers);
    m_shared = {};
    m_shared.high = 0;
    for (const auto& column : m_layers)
        for (const auto& map : column.maps)
            if (!map.empty()) {
                const ValueRange range = mapRange(map, false);
                m_shared.high = std::max({m_shared.high, range.high, -range.low});
            }
    m_complete = true;
    Q_EMIT completed();
}

}
