// ui/adapter/engine_requests.h: what travels to the worker, signed with the question's number.
#pragma once
#include "core/base/cancel.h"
#include "core/engine/engine.h"
#include "ui/adapter/core_types.h"
#include "ui/adapter/mailbox.h"
#include <QtGlobal>
#include <array>
#include <variant>

namespace patchlight
{

struct RequestId {
    quint64 value = 0;
    bool operator==(const RequestId&) const = default;
    RequestId next() const { return {value + 1}; }
};

/// In order of weight: the worker answers them in this order.
enum class RequestKind { Load, Analyse, Intervene, Explain, Lens, Filters, Test };
inline constexpr std::array kRequestKinds{RequestKind::Load, RequestKind::Analyse, RequestKind::Intervene,
    RequestKind::Explain, RequestKind::Lens, RequestKind::Filters, RequestKind::Test};

struct LoadRequest {
    static constexpr auto kind = RequestKind::Load;
    RequestId id;
    ModelSource source;
    CancelToken cancel;
};
struct AnalyseRequest {
    static constexpr auto kind = RequestKind::Analyse;
    RequestId id;
    PictureSource picture;
    CancelToken cancel;
};
struct InterveneLetter {
    static constexpr auto kind = RequestKind::Intervene;
    RequestId id;
    AnalysisPtr analysis;
    Interventions interventions;
    CancelToken cancel;
};
struct ExplainLetter {
    static constexpr auto kind = RequestKind::Explain;
    RequestId id;
    AnalysisPtr analysis;
    ExplainRequest request;
    CancelToken cancel;
};
struct LensLetter {
    static constexpr auto kind = RequestKind::Lens;
    RequestId id;
    AnalysisPtr analysis;
    Query query;
    CancelToken cancel;
};
struct FiltersLetter {
    static constexpr auto kind = RequestKind::Filters;
    RequestId id;
    int count = 0;
    CancelToken cancel;
};
/// Engine::faithfulness of a map.
struct CurvesQuestion {
    Grid<float> map;
    ClassIndex target;
    int cellsPerStep = 1;
};
/// Long ones: curves, or (an ExplainRequest) weights drawn anew under a map.
using TestQuestion = std::variant<CurvesQuestion, ExplainRequest>;
struct TestLetter {
    static constexpr auto kind = RequestKind::Test;
    RequestId id;
    AnalysisPtr analysis;
    TestQuestion question;
    CancelToken cancel;
};

/// One place per kind; the worker empties them in this order, since a new model makes the others moot.
struct EngineInbox {
    Mailbox<LoadRequest> load;
    Mailbox<AnalyseRequest> analyse;
    Mailbox<InterveneLetter> intervene;
    Mailbox<ExplainLetter> explain;
    Mailbox<LensLetter> lens;
    Mailbox<FiltersLetter> filters;
    Mailbox<TestLetter> test;
};

}
