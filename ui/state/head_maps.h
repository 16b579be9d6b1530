// ui/state/head_maps.h: the raw attention of every head of every layer for one query, with what sorts them.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/latest_job.h"
#include <QObject>
#include <vector>

namespace patchlight {

/// One layer: its heads, then their mean.
struct HeadColumn {
    std::vector<Grid<float>> maps;
    std::vector<double> entropy, distance;  ///< one for each map
};

/// Filled layer by layer beside the window; the newest query wins. Never runs the network.
class HeadMaps : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Recomputes where the analysis or the query differ from the last.
    void follow(const AnalysisPtr& analysis, const Query& query);
    int layerCount() const { return static_cast<int>(m_layers.size()); }
    /// Empty `maps` until the layer is ready.
    const HeadColumn& layer(int index) const { return m_layers[static_cast<std::size_t>(index)]; }
    /// Over all maps that are ready.
    ValueRange sharedRange() const { return m_shared; }
    bool complete() const { return m_ready == layerCount(); }

Q_SIGNALS:
    void reset();               ///< another analysis or query; the maps are empty
    void layerReady(int layer);
    void completed();

private:
    void take(int layer, HeadColumn maps);

    AnalysisPtr m_analysis;
    Query m_query;
    std::vector<HeadColumn> m_layers;
    ValueRange m_shared;
    int m_ready = 0;
    LatestJob m_job;
};

}
