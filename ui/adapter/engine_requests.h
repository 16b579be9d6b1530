// ui/adapter/engine_requests.h: what travels to the worker, signed with the question's number.
#pragma once
#include "core/base/cancel.h"
#include "core/engine/engine.h"
#include "ui/adapter/core_types.h"
#include "ui/adapter/mailbox.h"
#include <QtGlobal>

namespace patchlight
{

struct RequestId {
    quint64 value = 0;
    bool operator==(const RequestId&) const = default;
    RequestId next() const { return {value + 1}; }
};

enum class RequestKind { Load, Analyse, Explain };

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
struct ExplainLetter {
    RequestId id;
    AnalysisPtr analysis;
    ExplainRequest request;
    CancelToken cancel;
};

/// One place per kind; the worker empties them in this order, since a new model makes the other two moot.
struct EngineInbox {
    Mailbox<LoadRequest> load;
    Mailbox<AnalyseRequest> analyse;
    Mailbox<ExplainLetter> explain;
};

}
