// core/engine/plain_run.cpp: methods that run the network again, on the picture and under the interventions of before.
#include "core/engine/plain_run.h"
#include "core/base/memory_bound.h"
#include "core/engine/engine_impl.h"
#include "core/explain/from_network.h"
#include "core/explain/methods.h"
#include "core/model/pass_memory.h"
#include "core/model/plain_inference.h"

namespace patchlight
{

Error Engine::Impl::otherModel(const Analysis& analysis)
{
    return {ErrorCode::InvalidOption, analysis.name + ": analysed by another model: analyse it again"};
}

Result<std::shared_ptr<Network>> Engine::Impl::networkFor(const Analysis& analysis, const RunContext& run)
{
    if (!model || analysis.model != model->info())
        return fail(otherModel(analysis));
    if (const auto same = model->checkFiles(); !same)
        return fail(same.error());
    return model->plainNetwork(run);
}

Result<PlainRun> Engine::Impl::plainRun(const Analysis& analysis, const RunContext& run)
{
    const auto network = networkFor(analysis, run);
    if (!network)
        return fail(network.error());
    PlainRun out{*network, viewOf(analysis.input).to((*network)->parameters().front().device()), nullptr};
    if (!analysis.interventions.empty())
        out.hooks = std::make_unique<InterventionHooks>(analysis.interventions, **network, analysis.geometry.input());
    return out;
}

namespace
{

/// About what a method takes that runs the network's own operations again.
std::uint64_t bytesOfMethod(const Network& network, GridSize input, const ExplainRequest& request)
{
    const auto& method = methodInfo(request.method);
    const bool graph = method.needs == Needs::Class && !method.forwardOnly;
    const auto pass = bytesOfPass(network, input, graph ? PassKind::Graph : PassKind::Plain, false);
    return request.method == Method::AttentionFlow ? pass + bytesOfFlow(network, input) : pass;
}

}

Result<Explanation> Engine::Impl::explainWithNetwork(
    const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
{
    const auto again = plainRun(analysis, run);
    if (!again)
        return fail(again.error());
    const auto size = analysis.geometry.input();
    const bool here = again->input.device().is_cpu() && methodInfo(request.method).needs != Needs::Nothing
        && methodInfo(request.method).needs != Needs::Weights;
    if (const auto room = checkMemory(here ? bytesOfMethod(*again->network, size, request) : 0,
            analysis.name + ": " + std::string{methodInfo(request.method).label} + " at " + std::to_string(size.rows) + " × "
                + std::to_string(size.columns) + " pixels",
            "take another method or a smaller --image-size, or give it more with --memory");
        !room)
        return fail(room.error());
    return explainFromNetwork(
        *again->network, again->input, &analysis.record, request, run, again->hooks.get(), &model->inference());
}

}
