// ui/adapter/engine_requests.h: the kinds of questions to the engine, and the queue in which they reach its thread.
#pragma once
#include "core/base/cancel.h"
#include "core/base/run_context.h"
#include <QtGlobal>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace patchlight
{
class AnalysisEngine;

/// What a question is about. The worker answers in this order.
enum class Scope { Model, Picture, Run, Map, View, Test };

/// Of each kind only the newest question is answered. A panel with a question of its own declares its kind beside its
/// job; those here are asked by several.
struct RequestKind {
    std::string_view name; ///< unique; static text
    Scope scope;
    bool operator==(const RequestKind& other) const { return name == other.name; }
};
inline constexpr RequestKind kDevicesRequest{"devices", Scope::Model};
inline constexpr RequestKind kLoadRequest{"load", Scope::Model};
inline constexpr RequestKind kAnalyseRequest{"analyse", Scope::Picture};
inline constexpr RequestKind kInterveneRequest{"intervene", Scope::Run};
inline constexpr RequestKind kExplainRequest{"explain", Scope::Map};
inline constexpr RequestKind kTestRequest{"test", Scope::Test};

/// Whether a new question makes an open one of another kind obsolete: another model, picture or run whatever was asked
/// of the former one; a map a test, which may take minutes.
constexpr bool makesObsolete(Scope asked, Scope open)
{
    return asked <= Scope::Run ? open > asked : asked == Scope::Map && open == Scope::Test;
}

/// One question on its way to the worker.
struct Question {
    quint64 id = 0; ///< unique over all kinds
    RequestKind kind;
    CancelToken cancel;
    std::function<void(AnalysisEngine&, const RunContext&)> work; ///< worker thread; keeps its own result
};

/// Any thread may put, take and clear.
class EngineInbox
{
public:
    void put(Question question);
    /// The first of the most general scope; those cancelled meanwhile are thrown away unread.
    std::optional<Question> take();
    void clear();

private:
    std::mutex m_mutex;
    std::vector<Question> m_waiting; ///< as asked
};

}
