// ui/state/map_service.cpp: chooses who computes a map.
#include "ui/state/map_service.h"
#include "ui/adapter/engine_client.h"
#include "ui/adapter/record_maps.h"

namespace patchlight
{
namespace
{
constexpr double kAtOnce = 5e6; ///< multiplications; about 5 ms on a slow core
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
