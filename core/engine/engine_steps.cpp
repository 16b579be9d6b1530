// core/engine/engine_steps.cpp: what the façade tells of a forward pass step by step.
#include "core/engine/engine_impl.h"
#include "core/base/guard.h"
#include "core/engine/plain_run.h"
#include "core/explain/tensor_values.h"

namespace patchlight
{

Result<std::vector<TokenLengths>> Engine::everyStep(
    const Analysis& analysis, std::optional<LayerIndex> only, const StepSink& sink, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<std::vector<TokenLengths>> {
        const auto again = m_impl->plainRun(analysis, run);
        if (!again)
            return fail(again.error());
        return patchlight::everyStep(*again->network, again->input, only, sink, again->hooks.get(), run);
    });
}

Result<std::shared_ptr<const PassSteps>> Engine::passSteps(const Analysis& analysis, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<std::shared_ptr<const PassSteps>> {
        const auto again = m_impl->plainRun(analysis, run);
        if (!again)
            return fail(again.error());
        auto pass = patchlight::passSteps(*again->network, again->input, again->hooks.get(), run);
        if (!pass)
            return fail(pass.error());
        return std::make_shared<const PassSteps>(std::move(*pass));
    });
}

Result<std::shared_ptr<const Steps>> Engine::blockSteps(
    const Analysis& analysis, const PassSteps& pass, LayerIndex layer, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<std::shared_ptr<const Steps>> {
        const auto again = m_impl->plainRun(analysis, run);
        if (!again)
            return fail(again.error());
        auto steps = patchlight::blockSteps(*again->network, pass, layer, again->hooks.get());
        if (!steps)
            return fail(steps.error());
        return std::make_shared<const Steps>(std::move(*steps));
    });
}

Result<NdArray> Engine::endingAfter(const Analysis& analysis, const PassSteps& pass, LayerIndex layer,
    std::optional<int> token, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<NdArray> {
        const auto network = m_impl->networkFor(analysis, run);
        if (!network)
            return fail(network.error());
        return patchlight::endingAfter(**network, pass, layer, token);
    });
}

Result<NdArray> Engine::parameter(const std::string& name, const RunContext& run)
{
    return guarded(name, [&]() -> Result<NdArray> {
        if (!m_impl->model)
            return fail(ErrorCode::InvalidOption, "no model is loaded: load one first");
        const auto network = m_impl->model->plainNetwork(run);
        if (!network)
            return fail(network.error());
        const auto parameters = (*network)->named_parameters();
        const auto* found = parameters.find(name);
        return found ? toArray(*found) : NdArray{};
    });
}

}
