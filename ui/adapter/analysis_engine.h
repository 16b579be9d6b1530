// ui/adapter/analysis_engine.h: what the window needs of an engine; the tests put a fake one here.
#pragma once
#include "core/base/run_context.h"
#include "core/engine/engine.h"
#include "ui/adapter/core_types.h"
#include <functional>
#include <memory>
#include <optional>

namespace patchlight
{

/// Built, called and destroyed on the worker thread only. The meaning of each member is that of `Engine`.
class AnalysisEngine
{
public:
    virtual ~AnalysisEngine() = default;
    virtual std::vector<DeviceInfo> devices() = 0;
    virtual Result<ModelInfoPtr> load(const ModelSource& source, const RunContext& run) = 0;
    virtual Result<AnalysisPtr> analyse(const PictureSource& picture, const RunContext& run) = 0;
    virtual Result<AnalysisPtr> intervene(
        const AnalysisPtr& analysis, const Interventions& interventions, const RunContext& run)
        = 0;
    virtual Result<Explanation> explain(const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
        = 0;
    virtual Result<NdArray> logitLens(const Analysis& analysis, const Query& query, const RunContext& run) = 0;
    virtual Result<PatchFilters> patchFilters(int count, const RunContext& run) = 0;
    virtual Result<Faithfulness> faithfulness(
        const Analysis& analysis, const Grid<float>& map, ClassIndex target, int cellsPerStep, const RunContext& run)
        = 0;
    virtual Result<RandomisationSteps> weightRandomisation(
        const Analysis& analysis, const ExplainRequest& request, const RunContext& run)
        = 0;
    /// For a question that is not listed here; null where a test stands in for the engine.
    virtual Engine* core() { return nullptr; }
};

using EngineFactory = std::function<std::unique_ptr<AnalysisEngine>()>;

/// The real one, on `threads` processors (0 = all; absent = all, less one for the window where there are more than
/// two).
EngineFactory coreEngine(std::optional<int> threads = {});

}
