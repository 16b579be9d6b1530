// ui/adapter/core_engine.cpp: the core's engine behind the window's interface.
#include "core/engine/engine.h"
#include "ui/adapter/analysis_engine.h"
#include <thread>

namespace patchlight
{
namespace
{

class CoreEngine final : public AnalysisEngine
{
public:
    explicit CoreEngine(int threads) : m_engine(EngineOptions{.threads = threads, .readsApart = true}) { }

    std::vector<DeviceInfo> devices() override { return Engine::devices(); }
    Result<ModelInfoPtr> load(const ModelSource& source, const RunContext& run) override
    {
        return m_engine.load(source, run);
    }
    Result<AnalysisPtr> analyse(const PictureSource& picture, const RunContext& run) override
    {
        return m_engine.analyse(picture, run);
    }
    Result<AnalysisPtr> intervene(
        const AnalysisPtr& analysis, const Interventions& interventions, const RunContext& run) override
    {
        return m_engine.intervene(analysis, interventions, run);
    }
    Result<Explanation> explain(const Analysis& analysis, const ExplainRequest& request, const RunContext& run) override
    {
        return m_engine.explain(analysis, request, run);
    }
    Result<NdArray> logitLens(const Analysis& analysis, const Query& query, const RunContext& run) override
    {
        return m_engine.logitLens(analysis, query, run);
    }
    Result<PatchFilters> patchFilters(int count, const RunContext& run) override
    {
        return m_engine.patchFilters(count, run);
    }
    Result<Faithfulness> faithfulness(const Analysis& analysis, const Grid<float>& map, ClassIndex target,
        int cellsPerStep, const RunContext& run) override
    {
        return m_engine.faithfulness(analysis, map, target, cellsPerStep, run);
    }
    Result<RandomisationSteps> weightRandomisation(
        const Analysis& analysis, const ExplainRequest& request, const RunContext& run) override
    {
        return m_engine.weightRandomisation(analysis, request, run);
    }
    Engine* core() override { return &m_engine; }

private:
    Engine m_engine;
};

int withoutOneForTheWindow()
{
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    return processors > 2 ? processors - 1 : processors;
}

}

EngineFactory coreEngine(std::optional<int> threads)
{
    return [threads = threads.value_or(withoutOneForTheWindow())] { return std::make_unique<CoreEngine>(threads); };
}

}
