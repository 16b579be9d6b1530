// core/engine/engine_impl.h: what the façade keeps; for its own sources alone.
#pragma once
#include "core/base/apart.h"
#include "core/engine/engine.h"
#include "core/engine/model/loaded_model.h"

namespace patchlight
{
struct PlainRun;
struct Prepared;

struct Engine::Impl {
    std::unique_ptr<LoadedModel> model;
    GridSize roomyInput; ///< size of the last input that there was memory for: not asked again for every picture
    bool readsApart = false; ///< as EngineOptions has it
    Apart reading; ///< of pictures

    /// Errors: those of prepare; Cancelled, at once where the options say so.
    Result<Prepared> prepared(const PictureSource& source, const RunContext& run);
    Result<AnalysisPtr> analyse(const PictureSource& source, const AnalyseOptions& options, const RunContext& run);
    Result<AnalysisPtr> intervene(const AnalysisPtr& untouched, const Interventions& changes,
        const AnalyseOptions& options, const RunContext& run);
    /// Whether a pass at this size is to be begun. Errors: OutOfMemory, saying what it needs.
    Result<void> checkRoom(GridSize input, bool record, const std::string& subject);
    /// One pass by the fastest way; an error begins with `subject`. Errors: those of Inference::run; Malformed (logits
    /// that are not finite).
    Result<RecordedForward> forward(
        const NdArray& input, bool record, AttentionHooks* hooks, const std::string& subject, const RunContext& run);
    Result<Explanation> explainWithNetwork(
        const Analysis& analysis, const ExplainRequest& request, const RunContext& run);

    static Error otherModel(const Analysis& analysis);
    /// Errors: InvalidOption (another model's analysis), those of LoadedModel::plainNetwork.
    Result<std::shared_ptr<Network>> networkFor(const Analysis& analysis, const RunContext& run);
    /// Errors: those of networkFor.
    Result<PlainRun> plainRun(const Analysis& analysis, const RunContext& run);
};

}
