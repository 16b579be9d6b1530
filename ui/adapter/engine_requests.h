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
    RequestId id;
    ModelSource source;
    CancelToken cancel;
};
struct AnalyseRequest {
    RequestId id;
    PictureSource picture;
    CancelToken cancel;
};
struct InterveneLetter {
    RequestId id;
    AnalysisPtr analysis;
    Interventions interventions;
    CancelToken cancel;
};
struct ExplainLetter {
    RequestId id;
    AnalysisPtr analysis;
    ExplainRequest request;
    CancelToken cancel;
};
struct LensLetter {
    RequestId id;
    AnalysisPtr analysis;
    Query query;
    CancelToken cancel;
};
struct FiltersLetter {
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
