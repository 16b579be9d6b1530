// tests/bench/forward_bench.cpp: one block and whole networks, packed and plain, recording and not.
#include "random_net.h"
#include <benchmark/benchmark.h>

namespace patchlight::bench
{
namespace
{

/// Multiplications and additions of `depth` blocks: 24·T·D² in the linears, 4·T²·D in the attention.
double flops(double tokens, double width, int depth)
{
    return depth * (24 * tokens * width * width + 4 * tokens * tokens * width);
}

void run(benchmark::State& state, const ModelConfig& config, const InferenceOptions& options, bool record)
{
    const auto inference = *Inference::make(network(config), options);
    const int pixels = config.imageSize.value.rows;
    const auto picture = input(pixels);
    inference->run(picture, record ? Keep::Record : Keep::Tokens, nullptr, {}); // buffers are made here
    for (auto _ : state)
        benchmark::DoNotOptimize(inference->run(picture, record ? Keep::Record : Keep::Tokens, nullptr, {}));
    const double tokens = 1 + config.positionGrid.count();
    state.counters["tokens"] = tokens;
    state.counters["GFLOP/s"] = benchmark::Counter(
        flops(tokens, config.width.value, config.blockCount()) / 1e9, benchmark::Counter::kIsIterationInvariantRate);
}

/// How a block's cost grows with the tokens: 197, 577 and 1,370 of them at the width of ViT-B.
void BlockOfB(benchmark::State& state)
{
    Size size = kBase;
    const int pixels = static_cast<int>(state.range(0));
    size.patch = pixels == 518 ? 14 : 16;
    run(state, vit(size, pixels, 1), {}, false);
}
BENCHMARK(BlockOfB)->Arg(224)->Arg(384)->Arg(518)->Unit(benchmark::kMillisecond)->UseRealTime();

void VitB(benchmark::State& state)
{
    run(state, vit(kBase, static_cast<int>(state.range(0))), {}, state.range(1) != 0);
}
BENCHMARK(VitB)
    ->ArgNames({"pixels", "record"})
    ->Args({224, 0})
    ->Args({224, 1})
    ->Args({384, 0})
    ->Args({384, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void VitBPlain(benchmark::State& state)
{
    run(state, vit(kBase, 224), {.packed = false}, false);
}
BENCHMARK(VitBPlain)->Unit(benchmark::kMillisecond)->UseRealTime();

void VitBBFloat16(benchmark::State& state)
{
    if (!Inference::make(network(vit(kBase, 224, 1)), {.precision = Precision::Bf16})) {
        state.SkipWithError("this processor has no bfloat16 instructions");
        return;
    }
    run(state, vit(kBase, 224), {.precision = Precision::Bf16}, false);
}
BENCHMARK(VitBBFloat16)->Unit(benchmark::kMillisecond)->UseRealTime();

}
}
