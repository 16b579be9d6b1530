// ui/adapter/engine_client.h: the window's end of the engine: asks, and hears only the newest answer.
#pragma once
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/engine_requests.h"
#include <QObject>
#include <QThread>
#include <memory>

namespace patchlight
{
class EngineWorker;

/// One worker thread. Of each kind the newest request wins: the running one is asked to stop, its late answer dropped.
/// A new model makes open analyses, interventions and explanations moot, a new picture the last two, an intervention
/// the explanations; any of them stops a test, which may take minutes.
class EngineClient : public QObject
{
    Q_OBJECT
public:
    explicit EngineClient(EngineFactory factory, QObject* parent = nullptr);
    ~EngineClient() override; ///< cancels, quits, waits

    void load(const ModelSource& source);
    void analyse(const PictureSource& picture);
    /// `analysis`: of the model that is loaded; touched or not.
    void intervene(const AnalysisPtr& analysis, const Interventions& interventions);
    void explain(const AnalysisPtr& analysis, const ExplainRequest& request);
    /// Engine::logitLens.
    void lens(const AnalysisPtr& analysis, const Query& query);
    /// Engine::patchFilters of the loaded model.
    void filters(int count);
    /// Engine::faithfulness or Engine::weightRandomisation.
    void test(const AnalysisPtr& analysis, const TestQuestion& question);
    /// Stops what is open of this kind; `dropped` follows at once, no answer comes.
    void cancel(RequestKind kind);
    void cancelAll();
    bool open(RequestKind kind) const { return line(kind).open; }

Q_SIGNALS:
    void devicesKnown(const std::vector<patchlight::DeviceInfo>& devices);
    void progressed(patchlight::RequestKind kind, const QString& stage, int done, int total);
    void loaded(const patchlight::ModelInfoPtr& model);
    void analysed(const patchlight::AnalysisPtr& analysis);
    void intervened(const patchlight::AnalysisPtr& analysis);
    void explained(const patchlight::Explanation& explanation);
    void lensed(const patchlight::NdArray& logits);
    void filtered(const patchlight::PatchFilters& filters);
    void curved(const patchlight::Faithfulness& curves);
    void randomised(const patchlight::RandomisationSteps& steps);
    void failed(patchlight::RequestKind kind, const patchlight::Error& error);
    /// What was open of this kind will not be answered: it was cancelled, or something heavier came.
    void dropped(patchlight::RequestKind kind);
    /// Something of this kind was asked (true) or nothing is open any more (false).
    void openChanged(patchlight::RequestKind kind, bool open);

private:
    /// One kind's newest question.
    struct Line {
        RequestId latest;
        CancelSource cancel;
        bool open = false;
    };
    Line& line(RequestKind kind) { return m_lines[static_cast<std::size_t>(kind)]; }
    const Line& line(RequestKind kind) const { return m_lines[static_cast<std::size_t>(kind)]; }
    Line& ask(RequestKind kind);
    bool accept(RequestKind kind, RequestId id);
    void cancelLighterThan(RequestKind kind);
    void wake();
    void hear();

    std::array<Line, kRequestKinds.size()> m_lines;
    std::shared_ptr<EngineInbox> m_inbox;
    QThread m_thread;
    EngineWorker* m_worker; ///< lives on m_thread; deleted when it finishes
};

}
