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

double winningShare(const Tensor& logits, const Tensor& targets)
{
    return logits.argmax(1).eq(targets.argmax(1)).to(torch::kFloat).mean().item<double>();
}

}

FeatureMaps FeatureMaps::make(int width, int teacherWidth, const at::TensorOptions& where)
{
    const auto weight = [&] { return (torch::randn({teacherWidth, width}) * 0.02).to(where).requires_grad_(true); };
    const auto bias = [&] { return torch::zeros({teacherWidth}, where).requires_grad_(true); };
    return {weight(), bias(), weight(), bias()};
}

std::vector<NamedParameter> FeatureMaps::parameters() const
{
    if (!classWeight.defined())
        return {};
    return {{"features.class.weight", classWeight}, {"features.class.bias", classBias},
        {"features.places.weight", placeWeight}, {"features.places.bias", placeBias}};
}

/// A batch mixed with itself.
struct Objective::Mixed {
    const Batch& own;
    Mixing mixing;
    int side; ///< of the grid of patches
    Tensor input, targets; ///< float32
};

/// What came of it in both networks.
struct Objective::Seen {
    Tensor rows; ///< patches that the student sees; undefined = all
    int prefix = 0;
    std::vector<Tensor> tokens; ///< after the embedding and each block, where a loss needs them
    ForwardOutput out;
    TeacherView teacher; ///< the live one's
};

Objective::Seen Objective::look(const Mixed& batch) const
{
    const auto& input = batch.input;
    const auto layout = network.tokenLayout({static_cast<int>(input.size(2)), static_cast<int>(input.size(3))});
    Seen seen;
    seen.prefix = layout.prefix();
    seen.rows = chosenPatches(input.size(0), layout.grid.count(), options.augmentation.keepPatches, input.device());
    if (live)
        seen.teacher = live->watch(input, layout.grid);
    auto x = network.embed(input.to(network.parameters().front().scalar_type()));
    if (seen.rows.defined())
        x = torch::cat({x.narrow(1, 0, seen.prefix), gathered(x.slice(1, seen.prefix), seen.rows)}, 1);
    seen.tokens.push_back(x);
    for (int layer = 0; layer < network.blockCount(); ++layer) {
        const auto& read = guided ? seen.teacher.tokens[static_cast<std::size_t>(layer)] : x;
        x = network.block(LayerIndex{layer}, read.to(x.scalar_type()), nullptr);
        if (blockWeight > 0)
            seen.tokens.push_back(x);
    }
    seen.out = network.finish(x);
    return seen;
}

/// The teacher's answer, kept or live: soft or hard.
void Objective::addAnswer(StepLoss& loss, const Mixed& batch, const Seen& seen) const
{
    const Distillation& d = options.distillation;
    if (d.alpha <= 0)
        return;
    const auto said = live
        ? seen.teacher.logits
        : teacher->logits.index_select(0, batch.own.indices.to(teacher->logits.device())).to(batch.input.device());
    const auto answer = d.hard ? hardDecisions(said) : torch::softmax(said / d.temperature, 1);
    const auto mixed = live ? answer : mixTargets(answer, batch.mixing); // the live one saw the mixture
    const auto logits = seen.out.logitsClass.defined() ? seen.out.logitsClass : seen.out.logits;
    const auto pupil = seen.out.logitsDistillation.defined() ? seen.out.logitsDistillation : logits;
    const auto taught = d.hard ? hardDistillation(pupil, mixed) : softDistillation(pupil, mixed, d.temperature);
    loss.teacher = taught.item<double>();
    loss.total = loss.total * (1 - d.alpha) + taught * d.alpha;
}

void Objective::addFeatures(StepLoss& loss, const Mixed& batch, const Seen& seen) const
{
    const auto indices = batch.own.indices.to(teacher->places.device());
    const auto places
        = mixPlaces(teacher->placesAt(indices, batch.own.maps, batch.side), batch.mixing).flatten(2).transpose(1, 2);
    const auto whole = mixTargets(
        teacher->classToken.index_select(0, indices).to(batch.input.device(), torch::kFloat), batch.mixing);
    const auto guessed = torch::linear(seen.out.tokens.slice(1, seen.prefix), maps.placeWeight, maps.placeBias);
    const auto guessedWhole = torch::linear(seen.out.tokens.select(1, 0), maps.classWeight, maps.classBias);
    const auto features = featureLoss(guessed, gathered(places, seen.rows)) + featureLoss(guessedWhole, whole);
    loss.features = features.item<double>();
    loss.total = loss.total + features * options.distillation.features;
}

void Objective::addBlocks(StepLoss& loss, const Seen& seen) const
{
    const auto blocks = blockLoss(seen.tokens, seen.teacher.tokens, seen.prefix);
    loss.features = blocks.item<double>();
    loss.total = loss.total + blocks * blockWeight;
}

StepLoss Objective::evaluate(const Batch& batch, Random& random) const
{
    const int side = static_cast<int>(batch.input.size(2)) / network.config().patch.value;
    const auto mixing = drawMixing(options.augmentation, side, random);
    const auto labels = smoothedLabels(batch.labels, classes, options.augmentation.labelSmoothing);
    const Mixed mixed{batch, mixing, side, mixPictures(batch.input, mixing, side), mixTargets(labels, mixing)};
    const auto seen = look(mixed);
    StepLoss loss;
    loss.total
        = softCrossEntropy(seen.out.logitsClass.defined() ? seen.out.logitsClass : seen.out.logits, mixed.targets);
    loss.labels = loss.total.item<double>();
    loss.accuracy = winningShare(seen.out.logits, mixed.targets);
    if (teacher || live)
        addAnswer(loss, mixed, seen);
    if (maps.classWeight.defined())
        addFeatures(loss, mixed, seen);
    if (live && blockWeight > 0)
        addBlocks(loss, seen);
    return loss;
}

}
