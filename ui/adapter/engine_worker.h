// ui/adapter/engine_worker.h: lives on the worker thread, owns the engine, answers letters.
#pragma once
#include "core/base/run_context.h"
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/engine_requests.h"
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <memory>

namespace patchlight
{

/// Never throws, never touches the window; signs every answer with the question's id.
class EngineWorker : public QObject
{
    Q_OBJECT
public:
    EngineWorker(EngineFactory factory, std::shared_ptr<EngineInbox> inbox);

    /// Answers every letter there is. Worker thread only.
    void drain();

Q_SIGNALS:
    void devicesKnown(const std::vector<patchlight::DeviceInfo>& devices);
    void started(patchlight::RequestKind kind, patchlight::RequestId id);
    void progressed(patchlight::RequestKind kind, patchlight::RequestId id, const QString& stage, int done, int total);
    void loaded(patchlight::RequestId id, const patchlight::ModelInfoPtr& model);
    void analysed(patchlight::RequestId id, const patchlight::AnalysisPtr& analysis);
    void intervened(patchlight::RequestId id, const patchlight::AnalysisPtr& analysis);
    void explained(patchlight::RequestId id, const patchlight::Explanation& explanation);
    void lensed(patchlight::RequestId id, const patchlight::NdArray& logits);
    void filtered(patchlight::RequestId id, const patchlight::PatchFilters& filters);
    void curved(patchlight::RequestId id, const patchlight::Faithfulness& curves);
    void randomised(patchlight::RequestId id, const patchlight::RandomisationSteps& steps);
    void failed(patchlight::RequestKind kind, patchlight::RequestId id, const patchlight::Error& error);

private:
    void startEngine();
    bool answerOne();
    void answer(const LoadRequest&);
    void answer(const AnalyseRequest&);
    void answer(const InterveneLetter&);
    void answer(const ExplainLetter&);
    void answer(const LensLetter&);
    void answer(const FiltersLetter&);
    void answer(const TestLetter&);
    void test(const TestLetter&, const CurvesQuestion&);
    void test(const TestLetter&, const ExplainRequest&);
    template <class Letter> bool answerNext(Mailbox<Letter>& box);
    /// The letter's token, and a report that speaks at most 30 times a second.
    RunContext contextFor(RequestKind kind, RequestId id, CancelToken cancel);

    EngineFactory m_factory;
    std::shared_ptr<EngineInbox> m_inbox;
    std::unique_ptr<AnalysisEngine> m_engine;
    QElapsedTimer m_sinceReport;
};

}
