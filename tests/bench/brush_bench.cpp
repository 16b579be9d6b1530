// tests/bench/brush_bench.cpp: a stroke of the hiding brush under a class map: the run without the patches, and its
// map. The processor time of all threads stands beside the time that passed.
#include "core/engine/engine.h"
#include <benchmark/benchmark.h>
#include <cstdlib>

namespace patchlight::bench
{
namespace
{

std::string from(const char* variable)
{
    const char* value = std::getenv(variable);
    return value ? value : "";
}

/// Of the model and the picture that PATCHLIGHT_BENCH_MODEL and PATCHLIGHT_BENCH_PICTURE name.
void Stroke(benchmark::State& state, Method method)
{
    Engine engine{EngineOptions{}};
    ModelSource source;
    source.path = from("PATCHLIGHT_BENCH_MODEL");
    source.device = "cpu";
    const auto loaded = engine.load(source, {});
    const auto analysis = loaded ? engine.analyse({from("PATCHLIGHT_BENCH_PICTURE"), {}, {}}, {})
                                 : Result<AnalysisPtr>{fail(loaded.error())};
    if (!analysis) {
        state.SkipWithError(analysis.error().message.c_str());
        return;
    }
    ExplainRequest request;
    request.method = method;
    const GridSize grid = (*analysis)->tokens.grid;
    Interventions changes;
    int stroke = 0;
    for (auto _ : state) {
        if (++stroke % (grid.count() / 2) == 0)
            changes.hidden.clear();
        changes.hidden.push_back({stroke % grid.count() / grid.columns, stroke % grid.columns});
        const auto run = engine.intervene(*analysis, changes, {});
        const auto map = run ? engine.explain(**run, request, {}) : Result<Explanation>{fail(run.error())};
        if (!map)
            state.SkipWithError(map.error().message.c_str());
    }
}
BENCHMARK_CAPTURE(Stroke, relevancy, Method::Relevancy)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(Stroke, attention, Method::Attention)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}
}
