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

namespace
{

/// Mean squares per channel over batch and tokens: [B, T, D] → tokens before the patches and patches, [D] each.
struct Squares {
    Tensor prefix, patches;

    Squares(const Tensor& x, int prefixCount)
    {
        const auto perToken = x.square().mean(0).to(torch::kFloat); // [T, D]
        prefix = perToken.slice(0, 0, prefixCount).mean(0);
        patches = perToken.slice(0, prefixCount).mean(0);
    }
};

/// A channel that the teacher hardly moves counts as if it moved by a tenth of the others.
Tensor inUnits(const Tensor& error, const Tensor& unit)
{
    return (error / (unit + 0.01 * unit.mean())).mean();
}

}

Tensor blockLoss(const std::vector<Tensor>& student, const std::vector<Tensor>& teacher, int prefix)
{
    Tensor sum;
    for (std::size_t depth = 0; depth < teacher.size(); ++depth) {
        const Squares error(student[depth] - teacher[depth], prefix);
        const Squares unit(depth == 0 ? teacher[0] : teacher[depth] - teacher[depth - 1], prefix);
        auto loss = inUnits(error.patches, unit.patches);
        if (prefix > 0)
            loss = (loss + inUnits(error.prefix, unit.prefix)) / 2;
        sum = sum.defined() ? sum + loss : loss;
    }
    return sum / static_cast<double>(teacher.size());
}

}
