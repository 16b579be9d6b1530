// ui/adapter/engine_worker.h: lives on the worker thread, owns the engine, does the work of questions.
#pragma once
#include "core/base/result.h"
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/engine_requests.h"
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <memory>
#include <optional>

namespace patchlight
{

/// Never throws, never touches the window; signs what it says with the question's id.
class EngineWorker : public QObject
{
    Q_OBJECT
public:
    EngineWorker(EngineFactory factory, std::shared_ptr<EngineInbox> inbox);

    /// Does all the work there is. Worker thread only.
    void drain();

Q_SIGNALS:
    void progressed(quint64 id, const QString& stage, int done, int total);
    /// The work has kept its result, or threw what is told here.
    void finished(quint64 id, const std::optional<patchlight::Error>& thrown);

private:
    void answer(const Question& question);
    /// The question's token, and a report that speaks at most 30 times a second.
    RunContext contextFor(const Question& question);

    EngineFactory m_factory;
    std::shared_ptr<EngineInbox> m_inbox;
    std::unique_ptr<AnalysisEngine> m_engine; ///< made for the first question
    QElapsedTimer m_sinceReport;
};

}
