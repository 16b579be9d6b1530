// ui/adapter/engine_client.cpp: numbers the questions and drops late answers.
#include "ui/adapter/engine_client.h"
#include "ui/adapter/engine_worker.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

const Error& cancelledError()
{
    static const Error error = cancelled().value();
    return error;
}

}

EngineClient::EngineClient(EngineFactory factory, QObject* parent)
    : QObject(parent), m_inbox(std::make_shared<EngineInbox>()), m_worker(new EngineWorker(std::move(factory), m_inbox))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &EngineWorker::finished, this, &EngineClient::finish);
    connect(m_worker, &EngineWorker::progressed, this, [this](quint64 id, const QString& stage, int done, int total) {
        for (const Asked& asked : m_open)
            if (asked.id == id) {
                Q_EMIT progressed(RequestKind(asked.kind), stage, done, total); // a copy: a listener may ask
                return;
            }
    });
    m_thread.start();
}

EngineClient::~EngineClient()
{
    m_worker->disconnect(this);
    m_inbox->clear();
    takeOut([](const Asked&) { return true; });
    m_thread.quit();
    m_thread.wait();
}

void EngineClient::put(
    RequestKind kind, std::function<void(AnalysisEngine&, const RunContext&)> work, QObject* context, Answer answer)
{
    takeOut([kind](const Asked& open) { return open.kind == kind; });
    auto obsolete = takeOut([kind](const Asked& open) { return makesObsolete(kind.scope, open.kind.scope); });
    m_open.push_back({++m_latest, kind, CancelSource{}, context, std::move(answer)});
    m_inbox->put({m_latest, kind, m_open.back().cancel.token(), std::move(work)});
    QMetaObject::invokeMethod(m_worker, &EngineWorker::drain, Qt::QueuedConnection);
    tell(obsolete, &cancelledError());
    Q_EMIT openChanged();
}

void EngineClient::cancel(RequestKind kind)
{
    auto dropped = takeOut([kind](const Asked& open) { return open.kind == kind; });
    if (dropped.empty())
        return;
    tell(dropped, &cancelledError());
    Q_EMIT openChanged();
}

void EngineClient::cancelAll()
{
    auto dropped = takeOut([](const Asked&) { return true; });
    if (dropped.empty())
        return;
    tell(dropped, &cancelledError());
    Q_EMIT openChanged();
}

bool EngineClient::open(RequestKind kind) const
{
    return std::any_of(m_open.begin(), m_open.end(), [kind](const Asked& asked) { return asked.kind == kind; });
}

/// Asks them to stop; what they still say belongs to nobody.
template <class Matches> std::vector<EngineClient::Asked> EngineClient::takeOut(Matches matches)
{
    const auto first = std::stable_partition(
        m_open.begin(), m_open.end(), [&matches](const Asked& asked) { return !matches(asked); });
    std::vector<Asked> out(std::make_move_iterator(first), std::make_move_iterator(m_open.end()));
    m_open.erase(first, m_open.end());
    for (Asked& asked : out)
        asked.cancel.request();
    return out;
}

void EngineClient::finish(quint64 id, const std::optional<Error>& thrown)
{
    auto answered = takeOut([id](const Asked& asked) { return asked.id == id; });
    if (answered.empty())
        return;
    tell(answered, thrown ? &*thrown : nullptr);
    Q_EMIT openChanged();
}

void EngineClient::tell(std::vector<Asked>& asked, const Error* error)
{
    for (Asked& one : asked)
        if (one.context)
            one.answer(error);
}

}
