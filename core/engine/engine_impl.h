// core/engine/engine_impl.h: what the façade keeps; for its own sources alone.
#pragma once
#include "core/engine/engine.h"
#include "core/engine/loaded_model.h"
#include "core/explain/intervention_hooks.h"

namespace patchlight
{

struct Engine::Impl {
    std::unique_ptr<LoadedModel> model;

    Result<AnalysisPtr> analyse(const PictureSource& source, const AnalyseOptions& options, const RunContext& run);
    Result<AnalysisPtr> intervene(
        const AnalysisPtr& untouched, const Interventions& wish, const AnalyseOptions& options, const RunContext& run);
    Result<Explanation> explainWithNetwork(
        const Analysis& analysis, const ExplainRequest& request, const RunContext& run);

    static Error otherModel(const Analysis& analysis);
    /// Errors: InvalidOption (another model's analysis), those of LoadedModel::plainNetwork.
    Result<std::shared_ptr<Network>> networkFor(const Analysis& analysis, const RunContext& run);
    /// What the analysis' interventions do to a run; null where there are none.
    static std::unique_ptr<InterventionHooks> hooksOf(const Analysis& analysis, const Network& network);
};

}
