// core/train/augmentation/rand_augment.cpp
#include "core/train/augmentation/rand_augment.h"
#include <array>
#include <cmath>
#include <torch/nn/functional/conv.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

using at::Tensor;

/// `k` is [b, 1, 1, 1]; every operation maps [b, 3, H, W] in [0, 1] to the same.
using ColourFunction = Tensor (*)(const Tensor& x, const Tensor& k);

Tensor grey(const Tensor& x)
{
    return x.select(1, 0).mul(0.299).add(x.select(1, 1), 0.587).add(x.select(1, 2), 0.114).unsqueeze(1);
}
Tensor blend(const Tensor& from, const Tensor& to, const Tensor& k)
{
    return (from + (to - from) * k).clamp(0, 1);
}
Tensor brightness(const Tensor& x, const Tensor& k)
{
    return (x * k).clamp(0, 1);
}
Tensor contrast(const Tensor& x, const Tensor& k)
{
    return blend(grey(x).mean({1, 2, 3}, true), x, k);
}
Tensor colour(const Tensor& x, const Tensor& k)
{
    return blend(grey(x), x, k);
}
Tensor sharpness(const Tensor& x, const Tensor& k)
{
    const auto kernel
        = torch::tensor({1, 1, 1, 1, 5, 1, 1, 1, 1}, x.options()).div(13).view({1, 1, 3, 3}).expand({3, 1, 3, 3});
    const auto padded = torch::replication_pad2d(x, {1, 1, 1, 1});
    return blend(at::conv2d(padded, kernel, /*bias=*/{}, /*stride=*/at::IntArrayRef{1, 1},
                     /*padding=*/at::IntArrayRef{0, 0}, /*dilation=*/at::IntArrayRef{1, 1}, /*groups=*/3),
        x, k);
}
Tensor posterize(const Tensor& x, const Tensor& k) // k bits are kept
{
    const auto levels = torch::pow(2.0, k.round());
    return (x * 255.0 / 256.0 * levels).floor() / levels;
}
Tensor solarize(const Tensor& x, const Tensor& k) // values from k on are inverted
{
    return torch::where(x < k, x, 1 - x);
}
Tensor autocontrast(const Tensor& x, const Tensor&)
{
    const auto low = x.amin({2, 3}, true);
    return (x - low) / (x.amax({2, 3}, true) - low).clamp_min(1.0 / 255);
}

constexpr std::array<ColourFunction, 7> kColours{
    brightness, contrast, colour, sharpness, posterize, solarize, autocontrast};
constexpr int kBrightness = 0, kContrast = 1, kColour = 2;
constexpr int kMoves = 5;

/// `level` in [0, 1]; a sign where the operation has two directions.
Affine moveOf(int operation, double level, double sign)
{
    const auto amount = static_cast<float>(sign * level);
    switch (operation) {
    case 0: {
        const float angle = amount * 30.0F * static_cast<float>(M_PI) / 180.0F;
        return {{std::cos(angle), -std::sin(angle), 0, std::sin(angle), std::cos(angle), 0}};
    }
    case 1:
        return {{1, amount * 0.3F, 0, 0, 1, 0}};
    case 2:
        return {{1, 0, 0, amount * 0.3F, 1, 0}};
    case 3:
        return {{1, 0, amount * 0.9F, 0, 1, 0}};
    default:
        return {{1, 0, 0, 0, 1, amount * 0.9F}};
    }
}

float amountOf(int operation, double level, double sign)
{
    constexpr std::array<double, 7> kBase{1, 1, 1, 1, 8, 1, 0};
    constexpr std::array<double, 7> kReach{0.9, 0.9, 0.9, 0.9, -4, -1, 0};
    const bool twoDirections = operation <= 3;
    return static_cast<float>(kBase[operation] + kReach[operation] * level * (twoDirections ? sign : 1.0));
}

double normal(Random& random)
{
    return std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(2 * M_PI * random.uniform());
}

void drawJitter(DrawnOperations& drawn, double strength, Random& random)
{
    for (const int operation : {kBrightness, kContrast, kColour})
        drawn.colours.push_back({operation, static_cast<float>(random.uniform(1 - strength, 1 + strength))});
}

}

DrawnOperations drawOperations(const Augmentation& options, Random& random)
{
    DrawnOperations drawn;
    if (options.randOperations == 0 && options.colourJitter > 0)
        drawJitter(drawn, options.colourJitter, random);
    for (int i = 0; i < options.randOperations; ++i) {
        const int operation = random.below(kMoves + static_cast<int>(kColours.size()));
        const double level = std::clamp((options.randMagnitude + options.randSpread * normal(random)) / 10, 0.0, 1.0);
        const double sign = random.chance(0.5) ? 1 : -1;
        if (!random.chance(0.5)) // each operation is left out half of the time, as in timm
            continue;
        if (operation < kMoves)
            drawn.move = drawn.move.after(moveOf(operation, level, sign));
        else
            drawn.colours.push_back({operation - kMoves, amountOf(operation - kMoves, level, sign)});
    }
    return drawn;
}

namespace
{

/// The samples whose step number `step` is `operation`, and how strong it is.
void applyOne(Tensor& x, const std::vector<DrawnOperations>& drawn, std::size_t step, int operation)
{
    std::vector<std::int64_t> rows;
    std::vector<float> amounts;
    for (std::size_t i = 0; i < drawn.size(); ++i)
        if (step < drawn[i].colours.size() && drawn[i].colours[step].operation == operation) {
            rows.push_back(static_cast<std::int64_t>(i));
            amounts.push_back(drawn[i].colours[step].amount);
        }
    if (rows.empty())
        return;
    const auto k = torch::tensor(amounts).to(x.device()).view({-1, 1, 1, 1});
    if (rows.size() == drawn.size()) {
        x = kColours[operation](x, k);
        return;
    }
    const auto index = torch::tensor(rows).to(x.device());
    x.index_copy_(0, index, kColours[operation](x.index_select(0, index), k));
}

}

void applyColours(Tensor& x, const std::vector<DrawnOperations>& drawn)
{
    std::size_t steps = 0;
    for (const DrawnOperations& one : drawn)
        steps = std::max(steps, one.colours.size());
    for (std::size_t step = 0; step < steps; ++step)
        for (int operation = 0; operation < static_cast<int>(kColours.size()); ++operation)
            applyOne(x, drawn, step, operation);
}

}
