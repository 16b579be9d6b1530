// core/train/augmentation/augment.cpp
#include "core/train/augmentation/augment.h"
#include "core/train/augmentation/rand_augment.h"
#include <cmath>
#include <torch/nn/functional/vision.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

using at::Tensor;

struct Draws {
    std::vector<DrawnOperations> operations;
    std::vector<float> maps;
    std::vector<Random> randoms; ///< where each sample's stream stands afterwards
};

Draws draw(const Augmentation& options, std::size_t count, std::uint64_t seed, int epoch, std::int64_t firstPosition)
{
    Draws draws;
    for (std::size_t i = 0; i < count; ++i) {
        Random random(seed, static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(firstPosition) + i, 1);
        const Affine crop = randomCrop(options, random);
        draws.operations.push_back(drawOperations(options, random));
        const Affine map = crop.after(draws.operations.back().move);
        draws.maps.insert(draws.maps.end(), map.m.begin(), map.m.end());
        draws.randoms.push_back(random);
    }
    return draws;
}

Tensor toPlanes(const Tensor& bytes)
{
    return bytes.permute({0, 3, 1, 2}).to(torch::kFloat).div(255);
}

Tensor sampled(const Tensor& planes, const Tensor& maps, int side)
{
    const auto grid = torch::affine_grid_generator(maps, {planes.size(0), 3, side, side}, /*align_corners=*/false);
    return at::grid_sampler(planes, grid, /*bicubic*/ 2, /*reflection*/ 2, /*align_corners=*/false).clamp_(0, 1);
}

/// A rectangle of 2 % to 33 % of the picture becomes noise. Source: Zhong et al. 2020, timm's "pixel" mode.
void erase(Tensor& x, Random& random, std::int64_t sample)
{
    const auto side = static_cast<int>(x.size(2));
    const double area = random.uniform(0.02, 1.0 / 3.0) * side * side;
    const double ratio = std::exp(random.uniform(std::log(0.3), std::log(1 / 0.3)));
    const int height = std::clamp(static_cast<int>(std::lround(std::sqrt(area * ratio))), 1, side);
    const int width = std::clamp(static_cast<int>(std::lround(std::sqrt(area / ratio))), 1, side);
    const int top = random.below(side - height + 1);
    const int left = random.below(side - width + 1);
    x.select(0, sample).narrow(1, top, height).narrow(2, left, width).normal_();
}

}

Tensor normalised(const Tensor& x)
{
    const auto constant = [&](const std::array<float, 3>& values) {
        return torch::tensor({values[0], values[1], values[2]}).to(x.device()).view({1, 3, 1, 1});
    };
    return (x - constant(kMean)) / constant(kStd);
}

Batch augment(const Tensor& pixels, const Tensor& labels, std::span<const std::int64_t> picks, int side,
    const Augmentation& options, std::uint64_t seed, int epoch, std::int64_t firstPosition)
{
    auto draws = draw(options, picks.size(), seed, epoch, firstPosition);
    Batch batch;
    batch.indices
        = torch::tensor(at::ArrayRef<std::int64_t>(picks.data(), picks.size()), torch::kLong).to(pixels.device());
    batch.labels = labels.index_select(0, batch.indices);
    batch.maps = torch::tensor(draws.maps).view({-1, 2, 3}).to(pixels.device());
    auto x = sampled(toPlanes(pixels.index_select(0, batch.indices)), batch.maps, side);
    applyColours(x, draws.operations);
    batch.input = normalised(x);
    for (std::size_t i = 0; i < picks.size(); ++i)
        if (draws.randoms[i].chance(options.erasing))
            erase(batch.input, draws.randoms[i], static_cast<std::int64_t>(i));
    return batch;
}

Tensor plainInput(const Tensor& pixels, int side)
{
    auto x = toPlanes(pixels);
    if (x.size(2) != side)
        x = at::_upsample_bicubic2d_aa(x, {side, side}, /*align_corners=*/false).clamp_(0, 1);
    return normalised(x);
}

}
