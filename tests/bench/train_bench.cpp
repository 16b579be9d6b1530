// tests/bench/train_bench.cpp: pictures a second through a network and back to all of its weights, by the products that
// training uses and by LibTorch's own.
#include "core/model/products.h"
#include "random_net.h"
#include <benchmark/benchmark.h>
#include <optional>
#include <torch/torch.h>

namespace patchlight::bench
{
namespace
{

constexpr Size kTiny{"Ti", 192, 12, 3, 16};
constexpr int kBatch = 16, kPixels = 224;

/// The argument: 0 LibTorch's own products, 1 those of core/model/products.h.
void TrainingStep(benchmark::State& state)
{
    std::optional<LibTorchProducts> reference;
    if (state.range(0) == 0)
        reference.emplace();
    const auto net = network(vit(kTiny, kPixels));
    makeTrainable(*net);
    net->train();
    const auto pictures = torch::full({kBatch, 3, kPixels, kPixels}, 0.1F);
    for (auto _ : state) {
        const auto out = net->forward(pictures, nullptr, {});
        out->logits.square().sum().backward();
        net->zero_grad();
    }
    state.counters["pictures/s"]
        = benchmark::Counter(static_cast<double>(kBatch), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(TrainingStep)
    ->ArgName("oneDNN")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}
}
