// core/model/pass_memory.cpp
#include "core/model/pass_memory.h"
#include "core/model/network.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr std::uint64_t kFloatBytes = sizeof(float);

struct BlockShape {
    std::uint64_t tokens = 0, width = 0, scores = 0; ///< in all windows; width of queries, all heads
};

BlockShape shapeOf(const LayerAttention& layer)
{
    const auto count = [](int n) { return static_cast<std::uint64_t>(std::max(n, 0)); };
    const auto windows = layer.windows ? count(layer.windows->windows().count()) : 1;
    const auto tokens = count(layer.tokens), heads = count(layer.heads);
    return {windows * tokens, heads * count(layer.headWidth), windows * heads * tokens * tokens};
}

/// Values of one block that are there at a time. Packed: tokens, normed, values, mixed and the MLP's hidden ones; plain
/// operations make copies of them, and the scores twice (before and after the softmax); a graph keeps both and what the
/// way back makes of them.
std::uint64_t bytesOfBlock(const BlockShape& block, std::uint64_t mlpRatio, PassKind kind)
{
    const auto values = block.tokens * block.width * (4 + mlpRatio);
    switch (kind) {
    case PassKind::Packed:
        return kFloatBytes * values;
    case PassKind::Plain:
        return kFloatBytes * (2 * values + 2 * block.scores);
    case PassKind::Graph:
        break;
    }
    return kFloatBytes * (5 * values + 6 * block.scores);
}

}

/// Attention weights, and per token what norms, products and activations need to go back.
bool graphsFit(const Network& network, GridSize input, std::int64_t pictures)
{
    constexpr double kMostKept = 192e6, kPerChannel = 12;
    double floats = 0;
    for (const auto& layer : network.attentionLayout(input)) {
        const auto block = shapeOf(layer);
        floats += static_cast<double>(block.scores) + kPerChannel * static_cast<double>(block.tokens * block.width);
    }
    return floats * static_cast<double>(pictures) * kFloatBytes <= kMostKept;
}

std::uint64_t bytesOfPass(const Network& network, GridSize input, PassKind kind, bool recorded)
{
    const auto& config = network.config();
    const auto ratio = static_cast<std::uint64_t>(
        config.width.value > 0 ? std::max(1, config.mlpWidth.value / config.width.value) : 4);
    const auto pixels = static_cast<std::uint64_t>(input.rows) * static_cast<std::uint64_t>(input.columns);
    const bool apart = !graphsFit(network, input); // the blocks' tokens are recorded too
    std::uint64_t widest = 0, kept = 0;
    for (const auto& layer : network.attentionLayout(input)) {
        const auto block = shapeOf(layer);
        widest = std::max(widest, bytesOfBlock(block, ratio, kind));
        kept += recorded ? (apart ? 3 : 2) * kFloatBytes * block.tokens * block.width : 0;
        kept += kind == PassKind::Graph ? kFloatBytes * block.tokens * block.width : 0;
    }
    constexpr std::uint64_t kPixelCopies = 3; // the input, the stem's, and whoever prepared it
    return widest + kept + kPixelCopies * 3 * kFloatBytes * pixels;
}

std::uint64_t bytesOfFlow(const Network& network, GridSize input)
{
    std::uint64_t all = 0;
    for (const auto& layer : network.attentionLayout(input)) {
        const auto tokens = shapeOf(layer).tokens;
        all += 3 * kFloatBytes * tokens * tokens;
    }
    return all;
}

}
