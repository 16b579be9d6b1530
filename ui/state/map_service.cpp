// ui/state/map_service.cpp: chooses who computes a map.
#include "ui/state/map_service.h"
#include "ui/adapter/engine_client.h"
#include "ui/adapter/record_maps.h"

namespace patchlight
{
namespace
{
constexpr double kAtOnce = 5e6; ///< multiplications; about 5 ms on a slow core

double perRow(const LayerAttention& layer)
{
    return static_cast<double>(layer.tokens) * layer.headWidth;
}

double allRows(const LayerAttention& layer)
{
    const double windows = layer.windows ? layer.windows->windows().count() : 1;
    return perRow(layer) * layer.tokens * layer.heads * windows;
}
}

double recordCost(const AttentionRecord& record, const ExplainRequest& request)
{
    if (request.method != Method::Attention) {
        double cost = 0;
        for (int layer = 0; layer < record.layerCount(); ++layer)
            cost += allRows(record.layer(LayerIndex{layer}));
        return cost;
    }
    const auto& layer = record.layer(request.layer.value_or(LayerIndex{record.layerCount() - 1}));
    const auto& query = request.query;
    const bool meanOfAll = query.kind == Query::Kind::Default && !record.layout().classToken;
    if (meanOfAll || query.inverse)
        return allRows(layer);
    const double rows = query.kind == Query::Kind::Patches ? static_cast<double>(query.cells.size()) : 1;
    const double heads = std::holds_alternative<HeadIndex>(request.head) ? 1 : layer.heads;
    return perRow(layer) * rows * heads;
}

MapService::MapService(EngineClient* engine, QObject* parent) : QObject(parent), m_engine(engine)
{
    m_job.onFailure([this](const Error& error) { finish(m_latest, nullptr, fail(error)); });
}

void MapService::ask(const AnalysisPtr& analysis, const ExplainRequest& request)
{
    ++m_latest;
    if (methodInfo(request.method).network) {
        m_job.cancel();
        askNetwork(analysis, request);
    } else {
        m_engine->cancel(kExplainRequest);
        askRecord(analysis, request);
    }
}

void MapService::askNetwork(const AnalysisPtr& analysis, const ExplainRequest& request)
{
    m_engine->ask(
        kExplainRequest,
        [analysis, request](
            AnalysisEngine& engine, const RunContext& run) { return engine.explain(*analysis, request, run); },
        this,
        [this, analysis, asked = m_latest](const Result<Explanation>& result) { finish(asked, analysis, result); });
    setWaiting(true);
}

void MapService::askRecord(const AnalysisPtr& analysis, const ExplainRequest& request)
{
    if (recordCost(analysis->record, request) <= kAtOnce) {
        m_job.cancel();
        finish(m_latest, analysis, explainFromAnalysis(*analysis, request));
        return;
    }
    m_job.start(
        [this, analysis, request, asked = m_latest](const CancelToken& cancel, const LatestJob::Deliver& deliver) {
            auto result = explainFromAnalysis(*analysis, request, {cancel, {}});
            deliver([this, asked, analysis, result = std::move(result)] { finish(asked, analysis, result); });
        });
    setWaiting(true);
}

void MapService::cancel()
{
    ++m_latest;
    m_job.cancel();
    m_engine->cancel(kExplainRequest);
    setWaiting(false);
}

void MapService::finish(quint64 asked, const AnalysisPtr& analysis, const Result<Explanation>& result)
{
    if (asked != m_latest)
        return;
    const bool waited = std::exchange(m_waiting, false);
    if (result)
        Q_EMIT answered(std::make_shared<const ShownMap>(ShownMap{analysis, *result}));
    else if (result.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(result.error());
    if (waited)
        Q_EMIT waitingChanged();
}

void MapService::setWaiting(bool waiting)
{
    if (std::exchange(m_waiting, waiting) != waiting)
        Q_EMIT waitingChanged();
}

}
