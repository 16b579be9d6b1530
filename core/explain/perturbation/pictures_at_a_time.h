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

}
