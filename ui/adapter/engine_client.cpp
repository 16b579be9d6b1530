// ui/adapter/engine_client.cpp: numbers the questions and drops late answers.
#include "ui/adapter/engine_client.h"
#include "ui/adapter/engine_worker.h"

namespace patchlight
{

EngineClient::EngineClient(EngineFactory factory, QObject* parent)
    : QObject(parent), m_inbox(std::make_shared<EngineInbox>()), m_worker(new EngineWorker(std::move(factory), m_inbox))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    hear();
    m_thread.start();
}

EngineClient::~EngineClient()
{
    m_worker->disconnect(this);
    m_inbox->load.clear();
    m_inbox->analyse.clear();
    m_inbox->intervene.clear();
    m_inbox->explain.clear();
    m_inbox->lens.clear();
    m_inbox->filters.clear();
    m_inbox->test.clear();
    for (auto& kind : m_lines)
        kind.cancel.request();
    m_thread.quit();
    m_thread.wait();
}

void EngineClient::load(const ModelSource& source)
{
    cancelLighterThan(RequestKind::Load);
    const auto& asked = ask(RequestKind::Load);
    m_inbox->load.put({asked.latest, source, asked.cancel.token()});
    wake();
}

void EngineClient::analyse(const PictureSource& picture)
{
    cancelLighterThan(RequestKind::Analyse);
    const auto& asked = ask(RequestKind::Analyse);
    m_inbox->analyse.put({asked.latest, picture, asked.cancel.token()});
    wake();
}

void EngineClient::intervene(const AnalysisPtr& analysis, const Interventions& interventions)
{
    cancelLighterThan(RequestKind::Intervene);
    const auto& asked = ask(RequestKind::Intervene);
    m_inbox->intervene.put({asked.latest, analysis, interventions, asked.cancel.token()});
    wake();
}

void EngineClient::explain(const AnalysisPtr& analysis, const ExplainRequest& request)
{
    cancel(RequestKind::Test);
    const auto& asked = ask(RequestKind::Explain);
    m_inbox->explain.put({asked.latest, analysis, request, asked.cancel.token()});
    wake();
}

void EngineClient::lens(const AnalysisPtr& analysis, const Query& query)
{
    const auto& asked = ask(RequestKind::Lens);
    m_inbox->lens.put({asked.latest, analysis, query, asked.cancel.token()});
    wake();
}

void EngineClient::filters(int count)
{
    cancel(RequestKind::Test);
    const auto& asked = ask(RequestKind::Filters);
    m_inbox->filters.put({asked.latest, count, asked.cancel.token()});
    wake();
}

void EngineClient::test(const AnalysisPtr& analysis, const TestQuestion& question)
{
    const auto& asked = ask(RequestKind::Test);
    m_inbox->test.put({asked.latest, analysis, question, asked.cancel.token()});
    wake();
}

void EngineClient::cancel(RequestKind kind)
{
    auto& open = line(kind);
    if (!open.open)
        return;
    open.cancel.request();
    open.latest = open.latest.next(); // the answer on its way belongs to nobody
    open.open = false;
    Q_EMIT dropped(kind);
    Q_EMIT openChanged(kind, false);
}

void EngineClient::cancelAll()
{
    for (const auto kind : kRequestKinds)
        cancel(kind);
}

void EngineClient::cancelLighterThan(RequestKind kind)
{
    for (const auto lighter : kRequestKinds)
        if (lighter > kind)
            cancel(lighter);
}

EngineClient::Line& EngineClient::ask(RequestKind kind)
{
    auto& asked = line(kind);
    asked.cancel.request();
    asked.cancel = CancelSource{};
    asked.latest = asked.latest.next();
    const bool wasOpen = std::exchange(asked.open, true);
    if (!wasOpen)
        Q_EMIT openChanged(kind, true);
    return asked;
}

bool EngineClient::accept(RequestKind kind, RequestId id)
{
    auto& asked = line(kind);
    if (!asked.open || id != asked.latest)
        return false;
    asked.open = false;
    Q_EMIT openChanged(kind, false);
    return true;
}

void EngineClient::wake()
{
    QMetaObject::invokeMethod(m_worker, &EngineWorker::drain, Qt::QueuedConnection);
}

void EngineClient::hear()
{
    connect(m_worker, &EngineWorker::devicesKnown, this, &EngineClient::devicesKnown);
    connect(m_worker, &EngineWorker::progressed, this,
        [this](RequestKind kind, RequestId id, const QString& stage, int done, int total) {
            if (id == line(kind).latest && line(kind).open)
                Q_EMIT progressed(kind, stage, done, total);
        });
    connect(m_worker, &EngineWorker::loaded, this, [this](RequestId id, const ModelInfoPtr& model) {
        if (accept(RequestKind::Load, id))
            Q_EMIT loaded(model);
    });
    connect(m_worker, &EngineWorker::analysed, this, [this](RequestId id, const AnalysisPtr& analysis) {
        if (accept(RequestKind::Analyse, id))
            Q_EMIT analysed(analysis);
    });
    connect(m_worker, &EngineWorker::intervened, this, [this](RequestId id, const AnalysisPtr& analysis) {
        if (accept(RequestKind::Intervene, id))
            Q_EMIT intervened(analysis);
    });
    connect(m_worker, &EngineWorker::explained, this, [this](RequestId id, const Explanation& explanation) {
        if (accept(RequestKind::Explain, id))
            Q_EMIT explained(explanation);
    });
    connect(m_worker, &EngineWorker::lensed, this, [this](RequestId id, const NdArray& logits) {
        if (accept(RequestKind::Lens, id))
            Q_EMIT lensed(logits);
    });
    connect(m_worker, &EngineWorker::filtered, this, [this](RequestId id, const PatchFilters& filters) {
        if (accept(RequestKind::Filters, id))
            Q_EMIT filtered(filters);
    });
    connect(m_worker, &EngineWorker::curved, this, [this](RequestId id, const Faithfulness& curves) {
        if (accept(RequestKind::Test, id))
            Q_EMIT curved(curves);
    });
    connect(m_worker, &EngineWorker::randomised, this, [this](RequestId id, const RandomisationSteps& steps) {
        if (accept(RequestKind::Test, id))
            Q_EMIT randomised(steps);
    });
    connect(m_worker, &EngineWorker::failed, this, [this](RequestKind kind, RequestId id, const Error& error) {
        if (accept(kind, id) && error.code != ErrorCode::Cancelled)
            Q_EMIT failed(kind, error);
    });
}

}
