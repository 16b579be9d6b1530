// tests/bench/browse_bench.cpp: what the window does without the network: rows, thumbnails, rollout, overlays.
#include "core/explain/attention/head_maps.h"
#include "core/explain/from_record.h"
#include "core/render/overlay.h"
#include "random_net.h"
#include <benchmark/benchmark.h>

namespace patchlight::bench
{
namespace
{

constexpr int kWidth = 1024, kHeight = 768;

Image canvas()
{
    Image picture(kWidth, kHeight);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            picture.pixel(x, y)[0] = static_cast<std::uint8_t>(x ^ y);
    return picture;
}

void Row(benchmark::State& state)
{
    const auto kept = record(kBase, static_cast<int>(state.range(0)), 1);
    std::vector<float> row(static_cast<std::size_t>(kept.layout().count()));
    for (auto _ : state)
        kept.row(LayerIndex{0}, HeadIndex{3}, TokenIndex{5}, row.data());
}
BENCHMARK(Row)->Arg(224)->Arg(384)->Unit(benchmark::kMicrosecond);

/// A new layer, head and query up to the finished picture.
void NewOverlay(benchmark::State& state)
{
    const bool huge = state.range(0) == 518;
    const auto kept = record(huge ? kHuge : kBase, static_cast<int>(state.range(0)), 2);
    const auto picture = canvas();
    const int side = static_cast<int>(state.range(0));
    const InputGeometry geometry({kHeight, kWidth}, {side, side}, static_cast<double>(side) / kHeight,
        static_cast<double>(side) / kHeight, (static_cast<double>(side) * kWidth / kHeight - side) / 2, 0);
    int step = 0;
    for (auto _ : state) {
        ExplainRequest request;
        request.layer = LayerIndex{step % 2};
        if (step % 3 != 0) // every third shows the mean of all heads
            request.head = HeadIndex{step % kept.headCount(*request.layer)};
        request.query = Query::patch({step % 14, step * 5 % 14});
        const auto map = explainFromRecord(kept, request);
        benchmark::DoNotOptimize(
            renderOverlay(picture, map->map, geometry, Look{}, {0, 0, kWidth, kHeight}, kWidth, kHeight));
        ++step;
    }
}
BENCHMARK(NewOverlay)->Arg(224)->Arg(518)->Unit(benchmark::kMillisecond)->UseRealTime();

/// 24 layers × 16 heads.
void ThumbnailsOfL(benchmark::State& state)
{
    const auto kept = record(kLarge, static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(headMaps(kept, Query::patch({3, 4})));
    state.counters["record MiB"] = static_cast<double>(kept.bytes()) / (1 << 20);
}
BENCHMARK(ThumbnailsOfL)->Arg(224)->Arg(384)->Unit(benchmark::kMillisecond)->UseRealTime();

void RolloutOfB(benchmark::State& state)
{
    const auto kept = record(kBase, static_cast<int>(state.range(0)));
    ExplainRequest request;
    request.method = Method::Rollout;
    for (auto _ : state)
        benchmark::DoNotOptimize(explainFromRecord(kept, request));
}
BENCHMARK(RolloutOfB)->Arg(224)->Arg(384)->Unit(benchmark::kMillisecond)->UseRealTime();

}
}
