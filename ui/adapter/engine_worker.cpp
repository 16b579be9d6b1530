// ui/adapter/engine_worker.cpp: takes questions in the order of their scope.
#include "ui/adapter/engine_worker.h"
#include "core/base/guard.h"

namespace patchlight
{
namespace
{
constexpr qint64 kReportEveryMs = 1000 / 30;
}

EngineWorker::EngineWorker(EngineFactory factory, std::shared_ptr<EngineInbox> inbox)
    : m_factory(std::move(factory)), m_inbox(std::move(inbox))
{
}

void EngineWorker::drain()
{
    while (const auto question = m_inbox->take())
        answer(*question);
}

void EngineWorker::answer(const Question& question)
{
    std::optional<Error> thrown;
    try {
        if (!m_engine)
            m_engine = m_factory();
        question.work(*m_engine, contextFor(question));
    } catch (...) { // an engine catches its own; what is left would end the program
        thrown = currentException("the network");
    }
    Q_EMIT finished(question.id, thrown);
}

RunContext EngineWorker::contextFor(const Question& question)
{
    m_sinceReport.invalidate();
    const auto report = [this, id = question.id](const Progress& progress) {
        if (m_sinceReport.isValid() && m_sinceReport.elapsed() < kReportEveryMs)
            return;
        m_sinceReport.start();
        const auto length = static_cast<qsizetype>(progress.stage.size());
        Q_EMIT progressed(id, QString::fromUtf8(progress.stage.data(), length), progress.done, progress.total);
    };
    return {question.cancel, report};
}

}
