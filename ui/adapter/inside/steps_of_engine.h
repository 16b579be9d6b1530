// ui/adapter/inside/steps_of_engine.h: what Inside asks the engine; worker thread only.
#pragma once
#include "core/engine/engine.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

struct OneBlock {
    std::shared_ptr<const Steps> steps;
    double milliseconds = 0;
};
struct WholeRun {
    std::shared_ptr<const PassSteps> pass;
    OneBlock block;
    std::shared_ptr<const Weights> weights; ///< null where they were not asked for
};

/// A pass, one of its blocks, and the weights that cards show. Errors: those of Engine::passSteps and blockSteps.
Result<WholeRun> wholeRun(
    Engine& engine, const AnalysisPtr& analysis, bool weightsToo, LayerIndex layer, const RunContext& run);
Result<OneBlock> oneBlock(
    Engine& engine, const Analysis& analysis, const PassSteps& pass, LayerIndex layer, const RunContext& run);
/// Two: of the token, and of the sequence as the network reads it. Empty arrays where there is no answer.
Result<std::vector<NdArray>> endings(Engine& engine, const Analysis& analysis, const PassSteps& pass, LayerIndex layer,
    int token, const RunContext& run);

}
