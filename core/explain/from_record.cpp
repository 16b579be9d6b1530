// core/explain/from_record.cpp
#include "core/explain/from_record.h"
#include "core/base/stopwatch.h"
#include "core/explain/methods.h"
#include "core/record/attention_record.h"

namespace patchlight
{

Result<Explanation> explainFromRecord(
    const AttentionRecord& record, const ExplainRequest& request, const RunContext& run)
{
    const Stopwatch watch;
    const auto& method = methodInfo(request.method);
    if (record.layerCount() == 0)
        return fail(ErrorCode::InvalidOption, "This network has no attention layers to explain.");
    if (const auto attends = checkAttends(request.method, record.attends()); !attends)
        return fail(attends.error());
    if (!method.record)
        return fail(ErrorCode::Unsupported, std::string(method.label) + " needs the network, not only its attention.");
    auto out = method.record(record, request, run);
    if (out)
        out->milliseconds = watch.milliseconds();
    return out;
}

}
