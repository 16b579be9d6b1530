// core/train/optimisation/accuracy.cpp: how often a network is right.
#include "core/model/network.h"
#include "core/train/augmentation/augment.h"
#include "core/train/optimisation/autocast.h"
#include "core/train/trainer.h"
#include <torch/types.h>
#include <torch/utils.h>

namespace patchlight
{
namespace
{

constexpr std::int64_t kBatch = 128, kCudaBatch = 1000;

at::Tensor logitsOf(Network& network, const at::Tensor& pixels, int side, at::ScalarType precision)
{
    const Autocast half(pixels.device().type(), precision);
    return network.forward(plainInput(pixels, side), nullptr, {})->logits.to(torch::kFloat);
}

}

Accuracy measure(
    Network& network, const at::Tensor& pixels, const at::Tensor& labels, int side, at::ScalarType precision)
{
    const torch::NoGradGuard quiet;
    Accuracy accuracy;
    const auto count = pixels.size(0);
    const auto batch = pixels.is_cuda() ? kCudaBatch : kBatch;
    for (std::int64_t first = 0; first < count; first += batch) {
        const auto size = std::min(batch, count - first);
        const auto logits = logitsOf(network, pixels.narrow(0, first, size), side, precision);
        const auto right = labels.narrow(0, first, size);
        const auto best = std::get<1>(logits.topk(std::min<std::int64_t>(5, logits.size(1)), 1));
        const auto hits = best.eq(right.unsqueeze(1));
        accuracy.top1 += hits.select(1, 0).sum().item<double>();
        accuracy.top5 += hits.sum().item<double>();
        accuracy.loss += torch::nll_loss(torch::log_softmax(logits, 1), right, {}, at::Reduction::Sum).item<double>();
        const auto chosen = best.select(1, 0).to(torch::kCPU, torch::kInt).contiguous();
        accuracy.predicted.insert(accuracy.predicted.end(), chosen.data_ptr<int>(), chosen.data_ptr<int>() + size);
    }
    if (count > 0) {
        accuracy.top1 /= static_cast<double>(count);
        accuracy.top5 /= static_cast<double>(count);
        accuracy.loss /= static_cast<double>(count);
    }
    return accuracy;
}

}
