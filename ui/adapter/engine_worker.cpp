// ui/adapter/engine_worker.cpp: takes letters in order of weight and answers them.
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
    while (answerOne()) { }
}

void EngineWorker::startEngine()
{
    if (m_engine)
        return;
    m_engine = m_factory();
    Q_EMIT devicesKnown(m_engine->devices());
}

bool EngineWorker::answerOne()
{
    return answerNext(m_inbox->load) || answerNext(m_inbox->analyse) || answerNext(m_inbox->intervene)
        || answerNext(m_inbox->explain) || answerNext(m_inbox->lens) || answerNext(m_inbox->filters)
        || answerNext(m_inbox->test);
}

template <class Letter> bool EngineWorker::answerNext(Mailbox<Letter>& box)
{
    const auto letter = box.take();
    if (!letter)
        return false;
    try {
        startEngine();
        answer(*letter);
    } catch (...) { // an engine catches its own; what is left would end the program
        Q_EMIT failed(letter->kind, letter->id, currentException("the network"));
    }
    return true;
}

void EngineWorker::answer(const LoadRequest& letter)
{
    Q_EMIT started(RequestKind::Load, letter.id);
    const auto model = m_engine->load(letter.source, contextFor(RequestKind::Load, letter.id, letter.cancel));
    if (model)
        Q_EMIT loaded(letter.id, *model);
    else
        Q_EMIT failed(RequestKind::Load, letter.id, model.error());
}

void EngineWorker::answer(const AnalyseRequest& letter)
{
    Q_EMIT started(RequestKind::Analyse, letter.id);
    const auto analysis = m_engine->analyse(letter.picture, contextFor(RequestKind::Analyse, letter.id, letter.cancel));
    if (analysis)
        Q_EMIT analysed(letter.id, *analysis);
    else
        Q_EMIT failed(RequestKind::Analyse, letter.id, analysis.error());
}

void EngineWorker::answer(const InterveneLetter& letter)
{
    Q_EMIT started(RequestKind::Intervene, letter.id);
    const auto context = contextFor(RequestKind::Intervene, letter.id, letter.cancel);
    const auto analysis = m_engine->intervene(letter.analysis, letter.interventions, context);
    if (analysis)
        Q_EMIT intervened(letter.id, *analysis);
    else
        Q_EMIT failed(RequestKind::Intervene, letter.id, analysis.error());
}

void EngineWorker::answer(const ExplainLetter& letter)
{
    Q_EMIT started(RequestKind::Explain, letter.id);
    const auto context = contextFor(RequestKind::Explain, letter.id, letter.cancel);
    const auto explanation = m_engine->explain(*letter.analysis, letter.request, context);
    if (explanation)
        Q_EMIT explained(letter.id, *explanation);
    else
        Q_EMIT failed(RequestKind::Explain, letter.id, explanation.error());
}

void EngineWorker::answer(const LensLetter& letter)
{
    Q_EMIT started(RequestKind::Lens, letter.id);
    const auto context = contextFor(RequestKind::Lens, letter.id, letter.cancel);
    const auto logits = m_engine->logitLens(*letter.analysis, letter.query, context);
    if (logits)
        Q_EMIT lensed(letter.id, *logits);
    else
        Q_EMIT failed(RequestKind::Lens, letter.id, logits.error());
}

void EngineWorker::answer(const FiltersLetter& letter)
{
    Q_EMIT started(RequestKind::Filters, letter.id);
    const auto context = contextFor(RequestKind::Filters, letter.id, letter.cancel);
    const auto filters = m_engine->patchFilters(letter.count, context);
    if (filters)
        Q_EMIT filtered(letter.id, *filters);
    else
        Q_EMIT failed(RequestKind::Filters, letter.id, filters.error());
}

void EngineWorker::answer(const TestLetter& letter)
{
    Q_EMIT started(RequestKind::Test, letter.id);
    std::visit([&](const auto& question) { test(letter, question); }, letter.question);
}

void EngineWorker::test(const TestLetter& letter, const CurvesQuestion& question)
{
    const auto context = contextFor(RequestKind::Test, letter.id, letter.cancel);
    const auto curves
        = m_engine->faithfulness(*letter.analysis, question.map, question.target, question.cellsPerStep, context);
    if (curves)
        Q_EMIT curved(letter.id, *curves);
    else
        Q_EMIT failed(RequestKind::Test, letter.id, curves.error());
}

void EngineWorker::test(const TestLetter& letter, const ExplainRequest& question)
{
    const auto context = contextFor(RequestKind::Test, letter.id, letter.cancel);
    const auto steps = m_engine->weightRandomisation(*letter.analysis, question, context);
    if (steps)
        Q_EMIT randomised(letter.id, *steps);
    else
        Q_EMIT failed(RequestKind::Test, letter.id, steps.error());
}

RunContext EngineWorker::contextFor(RequestKind kind, RequestId id, CancelToken cancel)
{
    m_sinceReport.invalidate();
    const auto report = [this, kind, id](const Progress& progress) {
        if (m_sinceReport.isValid() && m_sinceReport.elapsed() < kReportEveryMs)
            return;
        m_sinceReport.start();
        const auto length = static_cast<qsizetype>(progress.stage.size());
        Q_EMIT progressed(kind, id, QString::fromUtf8(progress.stage.data(), length), progress.done, progress.total);
    };
    return {std::move(cancel), report};
}

}
