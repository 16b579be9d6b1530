// tests/bench/random_net.h: the paper's sizes with weights drawn on the spot; values do not matter for time.
#pragma once
#include "core/model/inference.h"
#include "core/model/initialise.h"
#include "core/model/network.h"

namespace patchlight::bench
{

struct Size {
    const char* name;
    int width, depth, heads, patch;
};
inline constexpr Size kBase{"B", 768, 12, 12, 16}, kLarge{"L", 1024, 24, 16, 16}, kHuge{"H", 1280, 32, 16, 14};

inline ModelConfig vit(const Size& size, int pixels, int depth = 0)
{
    ModelConfig config;
    config.imageSize.value = {pixels, pixels};
    config.patch.value = size.patch;
    config.positionGrid = {pixels / size.patch, pixels / size.patch};
    config.width.value = size.width;
    config.depths.value = {depth > 0 ? depth : size.depth};
    config.heads.value = {size.heads};
    config.mlpWidth.value = 4 * size.width;
    config.classes.value = 1000;
    config.normEps.value = 1e-6;
    return config;
}

inline std::shared_ptr<Network> network(const ModelConfig& config)
{
    auto made = *makeNetwork(config);
    initialise(*made);
    return made;
}

inline NdArray input(int pixels)
{
    return {{1, 3, pixels, pixels}, std::vector<float>(static_cast<std::size_t>(3) * pixels * pixels, 0.1F)};
}

/// Queries and keys of one picture; weights as initialised.
inline AttentionRecord record(const Size& size, int pixels, int depth = 0)
{
    const auto inference = *Inference::make(network(vit(size, pixels, depth)), {});
    return std::move(inference->run(input(pixels), Keep::Record, nullptr, {})->record);
}

}
