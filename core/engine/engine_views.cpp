// core/engine/engine_views.cpp: what the façade tells of a network beside its maps.
#include "core/base/guard.h"
#include "core/engine/engine_impl.h"
#include "core/engine/plain_run.h"
#include "core/explain/features/features.h"
#include "core/explain/measures/faithfulness.h"
#include "core/explain/measures/logit_lens.h"
#include "core/explain/measures/weight_randomisation.h"
#include "core/explain/perturbation/logit_source.h"

namespace patchlight
{

Result<NdArray> Engine::logitLens(const Analysis& analysis, const Query& query, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<NdArray> {
        const auto again = m_impl->plainRun(analysis, run);
        if (!again)
            return fail(again.error());
        return patchlight::logitLens(*again->network, again->input, query, run, again->hooks.get());
    });
}

Result<Faithfulness> Engine::faithfulness(const Analysis& analysis, const Grid<float>& map,
    std::optional<ClassIndex> target, int cellsPerStep, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<Faithfulness> {
        const auto again = m_impl->plainRun(analysis, run);
        if (!again)
            return fail(again.error());
        const LogitSource source{*again->network, again->hooks.get(), &m_impl->model->inference()};
        return patchlight::faithfulness(source, again->input, map, target, cellsPerStep, run);
    });
}

Result<std::vector<Faithfulness>> Engine::faithfulness(const Analysis& analysis, std::span<const Grid<float>> maps,
    std::optional<ClassIndex> target, int cellsPerStep, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<std::vector<Faithfulness>> {
        const auto again = m_impl->plainRun(analysis, run);
        if (!again)
            return fail(again.error());
        const LogitSource source{*again->network, again->hooks.get(), &m_impl->model->inference()};
        return patchlight::faithfulness(source, again->input, maps, target, cellsPerStep, run);
    });
}

Result<RandomisationSteps> Engine::weightRandomisation(
    const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<RandomisationSteps> {
        const auto again = m_impl->plainRun(analysis, run);
        if (!again)
            return fail(again.error());
        return patchlight::weightRandomisation(
            *again->network, again->input, request, kRandomisationSeed, run, again->hooks.get());
    });
}

Result<NdArray> Engine::features(const Analysis& analysis, std::optional<LayerIndex> after, const RunContext& run)
{
    if (!after)
        return analysis.features;
    return guarded(analysis.name, [&]() -> Result<NdArray> {
        const auto again = m_impl->plainRun(analysis, run);
        if (!again)
            return fail(again.error());
        return featuresAfter(*again->network, again->input, *after, run, again->hooks.get());
    });
}

Result<FeatureColours> Engine::featureColours(
    const Analysis& analysis, std::optional<LayerIndex> after, const RunContext& run)
{
    const auto tokens = features(analysis, after, run);
    if (!tokens)
        return fail(tokens.error());
    return guarded(analysis.name,
        [&]() -> Result<FeatureColours> { return patchlight::featureColours(*tokens, analysis.tokens); });
}

Result<Grid<float>> Engine::featureSimilarity(
    const Analysis& analysis, const Query& query, std::optional<LayerIndex> after, const RunContext& run)
{
    const auto tokens = features(analysis, after, run);
    if (!tokens)
        return fail(tokens.error());
    return guarded(analysis.name,
        [&]() -> Result<Grid<float>> { return patchlight::featureSimilarity(*tokens, analysis.tokens, query); });
}

Result<SinkTokens> Engine::sinkTokens(const Analysis& analysis, std::optional<LayerIndex> after, const RunContext& run)
{
    const LayerIndex last{analysis.model->config.blockCount() - 1};
    const auto tokens = features(analysis, after.value_or(last), run);
    if (!tokens)
        return fail(tokens.error());
    return guarded(
        analysis.name, [&]() -> Result<SinkTokens> { return patchlight::sinkTokens(*tokens, analysis.tokens); });
}

Result<PositionSimilarity> Engine::positionSimilarity(const Analysis& analysis, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<PositionSimilarity> {
        const auto network = m_impl->networkFor(analysis, run);
        if (!network)
            return fail(network.error());
        return patchlight::positionSimilarity(**network, analysis.geometry.input());
    });
}

Result<PatchFilters> Engine::patchFilters(int count, const RunContext& run)
{
    return guarded("patch filters", [&]() -> Result<PatchFilters> {
        if (!m_impl->model)
            return fail(ErrorCode::InvalidOption, "no model is loaded: load one first");
        const auto network = m_impl->model->plainNetwork(run);
        if (!network)
            return fail(network.error());
        return patchlight::patchFilters(**network, count);
    });
}

}
