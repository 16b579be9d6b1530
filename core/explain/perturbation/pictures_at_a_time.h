// core/explain/perturbation/pictures_at_a_time.h: how many copies of a picture go through a network together.
#pragma once
#include "core/model/network.h"
#include <algorithm>

namespace patchlight
{

/// At most 16, and so few that one block's attention of all of them takes no more than about 256 MB.
inline int picturesAtATime(const Network& network, GridSize input)
{
    constexpr std::int64_t kMost = 16, kFloats = 64'000'000;
    std::int64_t largest = 1;
    for (const LayerAttention& layer : network.attentionLayout(input)) {
        const std::int64_t windows = layer.windows ? layer.windows->windows().count() : 1;
        largest = std::max(largest, windows * layer.heads * layer.tokens * layer.tokens);
    }
    return static_cast<int>(std::clamp(kFloats / largest, std::int64_t{1}, kMost));
}

/// The packed way, which writes no attention: at most 16, and so few that the widest values between two products, an
/// MLP's hidden ones, stay in a processor's own caches: 6 of DeiT-tiny's, one of ViT-B's.
inline int packedAtATime(const Network& network, GridSize input)
{
    constexpr std::int64_t kMost = 16, kFloats = 1'000'000;
    const auto& config = network.config();
    const std::int64_t hidden = std::max(1, config.width.value > 0 ? config.mlpWidth.value / config.width.value : 4);
    std::int64_t widest = 1;
    for (const LayerAttention& layer : network.attentionLayout(input)) {
        const std::int64_t windows = layer.windows ? layer.windows->windows().count() : 1;
        widest = std::max(widest, windows * layer.tokens * layer.heads * layer.headWidth * hidden);
    }
    return static_cast<int>(std::clamp(kFloats / widest, std::int64_t{1}, kMost));
}

}
