// core/train/optimisation/objective.cpp
#include "core/train/optimisation/objective.h"
#include "core/train/optimisation/losses.h"
#include <cmath>
#include <torch/types.h>
#include <torch/utils.h>

namespace patchlight
{
namespace
{

using at::Tensor;

/// Which patches the network sees, [B, k] int64; undefined = all. Source: Li et al. 2023, "FLIP", section 3.
Tensor chosenPatches(std::int64_t batch, std::int64_t patches, double share, at::Device device)
{
    const auto kept = std::max<std::int64_t>(1, std::llround(static_cast<double>(patches) * share));
    if (kept >= patches)
        return {};
    return torch::rand({batch, patches})
        .argsort(/*dim=*/std::int64_t{1}, /*descending=*/false)
        .narrow(1, 0, kept)
        .contiguous()
        .to(device);
}

/// Rows of [B, N, D] by [B, k]; all rows where `rows` is undefined.
Tensor gathered(const Tensor& x, const Tensor& rows)
{
    return rows.defined() ? x.gather(1, rows.unsqueeze(2).expand({-1, -1, x.size(2)})) : x;
}

ForwardOutput forward(Network& network, const Tensor& input, const Tensor& rows, int prefix)
{
    auto x = network.embed(input);
    if (rows.defined())
        x = torch::cat({x.narrow(1, 0, prefix), gathered(x.slice(1, prefix), rows)}, 1);
    for (int layer = 0; layer < network.blockCount(); ++layer)
        x = network.block(LayerIndex{layer}, x, nullptr);
    return network.finish(x);
}

double winningShare(const Tensor& logits, const Tensor& targets)
{
    return logits.argmax(1).eq(targets.argmax(1)).to(torch::kFloat).mean().item<double>();
}

}

FeatureMaps FeatureMaps::make(int width, int teacherWidth, at::Device device)
{
    const auto weight = [&] { return (torch::randn({teacherWidth, width}) * 0.02).to(device).requires_grad_(true); };
    const auto bias = [&] { return torch::zeros({teacherWidth}).to(device).requires_grad_(true); };
    return {weight(), bias(), weight(), bias()};
}

std::vector<NamedParameter> FeatureMaps::parameters() const
{
    if (!classWeight.defined())
        return {};
    return {{"features.class.weight", classWeight}, {"features.class.bias", classBias},
        {"features.places.weight", placeWeight}, {"features.places.bias", placeBias}};
}

StepLoss Objective::evaluate(const Batch& batch, Random& random) const
{
    const int side = static_cast<int>(batch.input.size(2)) / network.config().patch.value;
    const auto mixing = drawMixing(options.augmentation, side, random);
    const auto input = mixPictures(batch.input, mixing, side);
    const auto targets = mixTargets(smoothedLabels(batch.labels, classes, options.augmentation.labelSmoothing), mixing);
    const auto layout = network.tokenLayout({static_cast<int>(input.size(2)), static_cast<int>(input.size(3))});
    const auto rows
        = chosenPatches(input.size(0), layout.grid.count(), options.augmentation.keepPatches, input.device());
    const auto out = forward(network, input, rows, layout.prefix());

    const Distillation& d = options.distillation;
    const auto logits = out.logitsClass.defined() ? out.logitsClass : out.logits;
    StepLoss loss;
    loss.total = softCrossEntropy(logits, targets);
    loss.labels = loss.total.item<double>();
    loss.accuracy = winningShare(out.logits, targets);
    if (!teacher)
        return loss;
    if (d.alpha > 0) {
        const auto said
            = teacher->logits.index_select(0, batch.indices.to(teacher->logits.device())).to(input.device());
        const auto answer = d.hard ? hardDecisions(said) : torch::softmax(said / d.temperature, 1);
        const auto mixed = mixTargets(answer, mixing);
        const auto pupil = out.logitsDistillation.defined() ? out.logitsDistillation : logits;
        const auto taught = d.hard ? hardDistillation(pupil, mixed) : softDistillation(pupil, mixed, d.temperature);
        loss.teacher = taught.item<double>();
        loss.total = loss.total * (1 - d.alpha) + taught * d.alpha;
    }
    if (maps.classWeight.defined()) {
        const auto indices = batch.indices.to(teacher->places.device());
        const auto places = mixPlaces(teacher->placesAt(indices, batch.maps, side), mixing).flatten(2).transpose(1, 2);
        const auto whole
            = mixTargets(teacher->classToken.index_select(0, indices).to(input.device(), torch::kFloat), mixing);
        const auto guessed = torch::linear(out.tokens.slice(1, layout.prefix()), maps.placeWeight, maps.placeBias);
        const auto guessedWhole = torch::linear(out.tokens.select(1, 0), maps.classWeight, maps.classBias);
        const auto features = featureLoss(guessed, gathered(places, rows)) + featureLoss(guessedWhole, whole);
        loss.features = features.item<double>();
        loss.total = loss.total + features * d.features;
    }
    return loss;
}

}
