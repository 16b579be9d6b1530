// ui/state/map_service.h: from a question to its map by the cheapest way: at once, beside the window, or the network.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/latest_job.h"
#include <QObject>

namespace patchlight
{
class EngineClient;

/// The newest question wins. Raw attention of one row is answered before `ask` returns.
class MapService : public QObject
{
    Q_OBJECT
public:
    explicit MapService(EngineClient* engine, QObject* parent = nullptr);

    void ask(const AnalysisPtr& analysis, const ExplainRequest& request);
    /// Forgets the open question; no answer comes.
    void cancel();
    bool waiting() const { return m_waiting; }

Q_SIGNALS:
    void answered(const patchlight::ShownMapPtr& map);
    void failed(const patchlight::Error& error);
    void waitingChanged();

private:
    void askRecord(const AnalysisPtr& analysis, const ExplainRequest& request);
    void askNetwork(const AnalysisPtr& analysis, const ExplainRequest& request);
    void finish(quint64 asked, const AnalysisPtr& analysis, const Result<Explanation>& result);
    void setWaiting(bool waiting);

    EngineClient* m_engine;
    LatestJob m_job;
    quint64 m_latest = 0; ///< question; the answer to any other belongs to nobody
    bool m_waiting = false;
};

}
