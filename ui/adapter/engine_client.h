// ui/adapter/engine_client.h: the window's end of the engine: asks, and hears only the newest answer.
#pragma once
#include "core/base/result.h"
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/engine_requests.h"
#include <QObject>
#include <QPointer>
#include <QThread>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace patchlight
{
class EngineWorker;

/// One worker thread for all questions. A question to the engine is one call of `ask`; ids, cancel tokens and late
/// answers are kept in here.
class EngineClient : public QObject
{
    Q_OBJECT

    template <class Work> static auto resultOf(Work& work, AnalysisEngine& engine, const RunContext& run)
    {
        if constexpr (std::is_invocable_v<Work&, AnalysisEngine&, const RunContext&>) {
            return work(engine, run);
        } else {
            using Outcome = std::invoke_result_t<Work&, Engine&, const RunContext&>;
            Engine* core = engine.core();
            return core ? work(*core, run)
                        : Outcome{fail(ErrorCode::Unsupported, "This engine does not answer that question")};
        }
    }

public:
    explicit EngineClient(EngineFactory factory, QObject* parent = nullptr);
    ~EngineClient() override; ///< cancels, quits, waits; no answer comes any more

    /// @param work  worker thread: `Result<T>(AnalysisEngine&, const RunContext&)`, or with the core's `Engine&` for a
    ///              question that AnalysisEngine does not list; owns what it needs. What it throws becomes an Error.
    /// @param answer  window's thread: takes the `Result<T>`. Called once, with Cancelled where `cancel` or something
    ///              that makes the question obsolete came first; never where a newer question of its kind took its
    ///              place, nor when `context` is gone.
    /// When an answer or a signal comes, everything open is as it will stay: it may ask again.
    template <class Work, class Answer> void ask(RequestKind kind, Work work, QObject* context, Answer answer)
    {
        using Outcome = decltype(resultOf(work, std::declval<AnalysisEngine&>(), std::declval<const RunContext&>()));
        const auto outcome = std::make_shared<std::optional<Outcome>>(); // written there, then read here
        put(
            kind,
            [work = std::move(work), outcome](AnalysisEngine& engine, const RunContext& run) mutable {
                outcome->emplace(resultOf(work, engine, run));
            },
            context,
            [answer = std::move(answer), outcome](
                const Error* error) mutable { answer(error ? Outcome{fail(*error)} : std::move(**outcome)); });
    }
    void cancel(RequestKind kind);
    void cancelAll();
    bool open(RequestKind kind) const;

Q_SIGNALS:
    void progressed(const patchlight::RequestKind& kind, const QString& stage, int done, int total);
    void openChanged(); ///< something was asked, answered or cancelled

private:
    using Answer = std::function<void(const Error*)>; ///< null: the work has its result
    /// A question that waits for its answer.
    struct Asked {
        quint64 id = 0;
        RequestKind kind;
        CancelSource cancel;
        QPointer<QObject> context;
        Answer answer;
    };
    void put(RequestKind kind, std::function<void(AnalysisEngine&, const RunContext&)> work, QObject* context,
        Answer answer);
    template <class Matches> std::vector<Asked> takeOut(Matches matches);
    void finish(quint64 id, const std::optional<Error>& thrown);
    static void tell(std::vector<Asked>& asked, const Error* error);

    std::vector<Asked> m_open; ///< at most one of a kind
    quint64 m_latest = 0;
    std::shared_ptr<EngineInbox> m_inbox;
    QThread m_thread;
    EngineWorker* m_worker; ///< lives on m_thread; deleted when it finishes
};

}
