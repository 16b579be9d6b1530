// tests/unit/model/random_network.h: small networks with weights drawn on the spot.
#pragma once
#include "core/base/nd_array.h"
#include "core/model/network.h"
#include <cmath>
#include <gtest/gtest.h>
#include <torch/types.h>

namespace patchlight::test
{

inline ModelConfig smallVit()
{
    ModelConfig config;
    config.imageSize.value = {48, 48};
    config.patch.value = 8;
    config.width.value = 72;
    config.depths.value = {3};
    config.heads.value = {3};
    config.mlpWidth.value = 200;
    config.classes.value = 7;
    config.normEps.value = 1e-6;
    return config;
}

inline ModelConfig smallSwin()
{
    auto config = smallVit();
    config.family = Family::Swin;
    config.patch.value = 4;
    config.width.value = 24;
    config.depths.value = {2, 2};
    config.heads.value = {2, 3};
    config.mlpWidth.value = 96;
    config.window.value = 5;
    config.pooling.value = Pooling::AveragePatches;
    return config;
}

/// Random weights, large enough for the attention to differ from uniform.
inline std::shared_ptr<Network> randomNetwork(const ModelConfig& config)
{
    auto network = makeNetwork(config);
    EXPECT_TRUE(network) << network.error().message;
    const torch::NoGradGuard noGradients;
    torch::manual_seed(3);
    for (auto& parameter : (*network)->parameters())
        parameter.copy_(parameter.dim() == 1 ? 0.3 * torch::randn_like(parameter) + 0.5
                                             : torch::randn_like(parameter) / std::sqrt(parameter.size(-1)));
    return *network;
}

inline NdArray randomInput(std::int64_t batch, std::int64_t rows, std::int64_t columns)
{
    torch::manual_seed(4);
    const auto input = torch::randn({batch, 3, rows, columns});
    return {input.sizes().vec(), {input.data_ptr<float>(), input.data_ptr<float>() + input.numel()}};
}

}
