// core/train/optimisation/losses.cpp
#include "core/train/optimisation/losses.h"
#include <torch/nn/functional/loss.h>
#include <torch/types.h>

namespace patchlight
{

using at::Tensor;

Tensor smoothedLabels(const Tensor& labels, int classes, double smoothing)
{
    const auto spread = torch::full({labels.size(0), classes}, smoothing / classes, torch::kFloat).to(labels.device());
    const auto right = torch::full({labels.size(0), 1}, 1 - smoothing, torch::kFloat).to(labels.device());
    return spread.scatter_add(1, labels.unsqueeze(1), right);
}

Tensor softCrossEntropy(const Tensor& logits, const Tensor& targets)
{
    return -(targets * torch::log_softmax(logits.to(torch::kFloat), 1)).sum(1).mean();
}

Tensor softDistillation(const Tensor& logits, const Tensor& target, double temperature)
{
    const auto student = torch::log_softmax(logits.to(torch::kFloat) / temperature, 1);
    const auto divergence = torch::xlogy(target, target) - target * student;
    return divergence.sum(1).mean() * (temperature * temperature);
}

Tensor hardDecisions(const Tensor& teacher)
{
    return smoothedLabels(teacher.argmax(1), static_cast<int>(teacher.size(1)), 0);
}

Tensor hardDistillation(const Tensor& logits, const Tensor& decisions)
{
    return softCrossEntropy(logits, decisions);
}

Tensor featureLoss(const Tensor& predicted, const Tensor& teacher)
{
    return torch::smooth_l1_loss(predicted.to(torch::kFloat), torch::layer_norm(teacher, {teacher.size(-1)}));
}

}
