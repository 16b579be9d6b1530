// ui/adapter/inside/steps_of_engine.cpp
#include "ui/adapter/inside/steps_of_engine.h"
#include "core/base/stopwatch.h"

namespace patchlight::inside
{
namespace
{

/// What a network does not have stays empty.
std::shared_ptr<const Weights> weightsOf(Engine& engine, const Analysis& analysis, const RunContext& run)
{
    auto weights = std::make_shared<Weights>();
    const auto take = [&](NdArray& into, std::initializer_list<const char*> names) {
        for (const char* name : names)
            if (into.empty())
                if (auto found = engine.parameter(name, run))
                    into = std::move(*found);
    };
    take(weights->patchFilters, {"patch_embed.proj.weight"});
    take(weights->patchBias, {"patch_embed.proj.bias"});
    take(weights->headWeight, {"head.weight", "head.fc.weight", "fc.weight"});
    take(weights->headBias, {"head.bias", "head.fc.bias", "fc.bias"});
    if (auto positions = engine.positionSimilarity(analysis, run)) {
        weights->positionCosines = std::move(positions->cosines);
        weights->positionPrefix = positions->prefix;
    }
    return weights;
}

}

Result<OneBlock> oneBlock(
    Engine& engine, const Analysis& analysis, const PassSteps& pass, LayerIndex layer, const RunContext& run)
{
    if (pass.inputs.empty())
        return OneBlock{std::make_shared<const Steps>(), 0};
    const Stopwatch watch;
    auto steps = engine.blockSteps(analysis, pass, layer, run);
    if (!steps)
        return fail(steps.error());
    return OneBlock{std::move(*steps), watch.milliseconds()};
}

Result<WholeRun> wholeRun(
    Engine& engine, const AnalysisPtr& analysis, bool weightsToo, LayerIndex layer, const RunContext& run)
{
    auto pass = engine.passSteps(*analysis, run);
    if (!pass)
        return fail(pass.error());
    auto block = oneBlock(engine, *analysis, **pass, layer, run);
    if (!block)
        return fail(block.error());
    return WholeRun{std::move(*pass), std::move(*block), weightsToo ? weightsOf(engine, *analysis, run) : nullptr};
}

Result<std::vector<NdArray>> endings(Engine& engine, const Analysis& analysis, const PassSteps& pass, LayerIndex layer,
    int token, const RunContext& run)
{
    std::vector<NdArray> all;
    for (const std::optional<int> asked : {std::optional<int>(token), std::optional<int>()}) {
        auto ending = pass.inputs.empty() ? Result<NdArray>(NdArray{}) : engine.endingAfter(analysis, pass, layer, asked, run);
        if (!ending)
            return fail(ending.error());
        all.push_back(std::move(*ending));
    }
    return all;
}

}
