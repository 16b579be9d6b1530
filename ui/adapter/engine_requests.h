// ui/adapter/engine_requests.h: what travels to the worker, signed with the question's number.
#pragma once
#include "core/base/cancel.h"
#include "core/engine/engine.h"
#include "ui/adapter/core_types.h"
#include "ui/adapter/mailbox.h"
#include <QtGlobal>
#include <array>

namespace patchlight
{

struct RequestId {
    quint64 value = 0;
    bool operator==(const RequestId&) const = default;
    RequestId next() const { return {value + 1}; }
};

/// In order of weight: the worker answers them in this order.
enum class RequestKind { Load, Analyse, Intervene, Explain, Lens };
inline constexpr std::array kRequestKinds{
    RequestKind::Load, RequestKind::Analyse, RequestKind::Intervene, RequestKind::Explain, RequestKind::Lens};

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

/// One place per kind; the worker empties them in this order, since a new model makes the others moot.
struct EngineInbox {
    Mailbox<LoadRequest> load;
    Mailbox<AnalyseRequest> analyse;
    Mailbox<InterveneLetter> intervene;
    Mailbox<ExplainLetter> explain;
    Mailbox<LensLetter> lens;
};

}
