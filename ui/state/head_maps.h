// ui/state/head_maps.h: the raw attention of every head of every layer for one query, with what sorts them.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/latest_job.h"
#include <QObject>
#include <vector>

namespace patchlight
{

/// One layer: its heads, then their mean. Empty maps where the block is switched off.
struct HeadColumn {
    std::vector<Grid<float>> maps;
    std::vector<double> entropy, distance; ///< one for each map
};

/// Computed beside the window; the newest query wins, and the old thumbnails stay until the new ones are there.
/// Never runs the network.
class HeadMaps : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Recomputes where the analysis or the query differ from the last.
    void follow(const AnalysisPtr& analysis, const Query& query);
    int layerCount() const { return static_cast<int>(m_layers.size()); }
    const HeadColumn& layer(int index) const { return m_layers[static_cast<std::size_t>(index)]; }
    /// Over all maps: from zero to the greatest magnitude.
    ValueRange sharedRange() const { return m_shared; }
    /// The maps are those of the last query followed.
    bool complete() const { return m_complete; }

Q_SIGNALS:
    void completed();

private:
    void take(std::vector<HeadColumn> layers);

    AnalysisPtr m_analysis;
    Query m_query;
    std::vector<HeadColumn> m_layers;
    ValueRange m_shared;
    bool m_complete = false;
    LatestJob m_job;
};

}
