// core/explain/from_record.cpp
#include "core/explain/from_record.h"
#include "core/base/stopwatch.h"
#include "core/explain/attention/attention_flow.h"
#include "core/explain/attention/raw_attention.h"
#include "core/explain/attention/rollout.h"
#include "core/explain/attention/vit_explain.h"
#include "core/explain/measures/baseline_maps.h"
#include "core/explain/methods.h"
#include "core/record/attention_record.h"

namespace patchlight
{
namespace
{

Result<Explanation> answer(const AttentionRecord& record, const ExplainRequest& request, const RunContext& run)
{
    const GridSize grid = record.layout().grid;
    switch (request.method) {
    case Method::Attention:
        return rawAttention(record, request);
    case Method::Rollout:
        return rollout(record, request, run);
    case Method::AttentionFlow:
        return attentionFlow(record, request, run);
    case Method::RolloutVitExplain:
        return rolloutVitExplain(record, request, run);
    case Method::Random:
        return Explanation{randomMap(grid, request.seed), false, {}, request};
    case Method::CentrePrior:
        return Explanation{centrePrior(grid), false, {}, request};
    default:
        return fail(ErrorCode::Unsupported,
            std::string(methodInfo(request.method).label) + " needs the network, not only its attention.");
    }
}

}

Result<Explanation> explainFromRecord(
    const AttentionRecord& record, const ExplainRequest& request, const RunContext& run)
{
    const Stopwatch watch;
    if (record.layerCount() == 0)
        return fail(ErrorCode::InvalidOption, "This network has no attention layers to explain.");
    auto out = answer(record, request, run);
    if (out)
        out->milliseconds = watch.milliseconds();
    return out;
}

}
