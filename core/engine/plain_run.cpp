// core/engine/plain_run.cpp: methods that run the network again, on the picture and under the interventions of before.
#include "core/engine/plain_run.h"
#include "core/engine/engine_impl.h"
#include "core/explain/from_network.h"
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

Result<Explanation> Engine::Impl::explainWithNetwork(
    const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
{
    const auto again = plainRun(analysis, run);
    if (!again)
        return fail(again.error());
    return explainFromNetwork(
        *again->network, again->input, &analysis.record, request, run, again->hooks.get(), &model->inference());
}

}
