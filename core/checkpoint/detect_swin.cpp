// core/checkpoint/detect_swin.cpp: Swin v1 from its tensors.
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/detect.h"
#include <algorithm>

namespace patchlight
{
namespace
{

std::string tableName(int stage)
{
    return "layers." + std::to_string(stage) + ".blocks.0.attn.relative_position_bias_table";
}

/// A window of W×W has (2W−1)² relative positions.
std::optional<int> windowOf(const TensorsByName& tensors, int stage)
{
    const auto side = squareRoot(sizeOf(tensors, tableName(stage), 0).value_or(0));
    return side && *side % 2 == 1 ? std::optional{(*side + 1) / 2} : std::nullopt;
}

Result<void> detectStages(const TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    std::vector<int> depths, heads;
    const int stages = std::min(countOf(tensors, "layers.#.blocks.#.attn.relative_position_bias_table"), 64);
    int window = 0;
    for (int stage = 0; stage < stages; ++stage) {
        const auto size = windowOf(tensors, stage);
        if (!size)
            return fail(
                ErrorCode::Mismatch, evidence.file + " lacks " + tableName(stage) + " or it fits no square window");
        window = std::max(window, *size);
        config.stageWindows.push_back(*size);
        depths.push_back(
            countOf(tensors, "layers." + std::to_string(stage) + ".blocks.#.attn.relative_position_bias_table"));
        heads.push_back(sizeOf(tensors, tableName(stage), 1).value_or(0));
    }
    auto agreedDepths = reconciled("depths", depths, evidence.stated.depths, evidence.file);
    auto agreedHeads = reconciled("heads", heads, evidence.stated.heads, evidence.file);
    if (!agreedDepths || !agreedHeads)
        return fail(!agreedDepths ? agreedDepths.error() : agreedHeads.error());
    config.depths = *agreedDepths;
    config.heads = *agreedHeads;
    config.window = {window, evidence.stated.window == window ? Origin::Read : Origin::Inferred};
    return {};
}

/// The mask of the first shifted block has one slice per window, which tells the grid.
std::optional<int> sideFromMask(const Evidence& evidence, int window, int patch)
{
    for (const auto& tensor : evidence.recognised.tensors)
        if (tensor.name == "layers.0.blocks.1.attn_mask" && tensor.stored->shape.size() == 3)
            if (const auto windows = squareRoot(tensor.stored->shape[0]))
                return sideOf(std::int64_t{*windows} * window, patch);
    return std::nullopt;
}

/// A stage whose window is smaller than the others was given that window because its grid is no larger.
std::optional<int> sideFromSmallWindow(const TensorsByName& tensors, const ModelConfig& config)
{
    for (int stage = 0; stage < static_cast<int>(config.depths.value.size()); ++stage)
        if (const auto window = windowOf(tensors, stage); window && *window < config.window.value && stage < 8)
            return sideOf(std::int64_t{*window} << stage, config.patch.value);
    return std::nullopt;
}

Result<Fact<GridSize>> imageSizeOf(const TensorsByName& tensors, const Evidence& evidence, const ModelConfig& config)
{
    if (evidence.stated.imageSize)
        return Fact<GridSize>{*evidence.stated.imageSize, Origin::Read};
    auto side = sideFromMask(evidence, config.window.value, config.patch.value);
    if (!side)
        side = sideFromSmallWindow(tensors, config);
    if (!side && config.positionGrid.count() > 0)
        side = sideOf(config.positionGrid.rows, config.patch.value);
    if (side)
        return Fact<GridSize>{{*side, *side}, Origin::Inferred};
    // The published sizes leave one window in the last stage: 7·4·8 = 224, 12·4·8 = 384.
    const int last = std::min<int>(static_cast<int>(config.depths.value.size()), 8) - 1;
    const auto usual = sideOf(std::int64_t{config.window.value} << std::max(last, 0), config.patch.value);
    if (!usual)
        return fail(ErrorCode::Mismatch, evidence.file + " has windows far too large to be those of a network");
    return Fact<GridSize>{{*usual, *usual}, Origin::Assumed};
}

}

Result<void> detectSwin(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    config.family = Family::Swin;
    config.classToken = false;
    config.positionsForPrefix = false;
    const auto width = sizeOf(tensors, "patch_embed.proj.weight", 0);
    const auto side = sizeOf(tensors, "patch_embed.proj.weight", 3);
    if (!width || !side || *width < 1 || *side < 1 || *side > 1024)
        return fail(ErrorCode::Mismatch, evidence.file + " holds a patch embedding of a shape that is none");
    auto agreedWidth = reconciled("width", *width, evidence.stated.width, evidence.file);
    auto patch = reconciled("patch size", *side, evidence.stated.patch, evidence.file);
    if (!agreedWidth || !patch)
        return fail(!agreedWidth ? agreedWidth.error() : patch.error());
    config.width = *agreedWidth;
    config.patch = *patch;
    config.channels = {sizeOf(tensors, "patch_embed.proj.weight", 1).value_or(3), Origin::Inferred};
    if (auto stages = detectStages(tensors, evidence, config); !stages)
        return stages;
    config.mlpWidth = {sizeOf(tensors, "layers.0.blocks.0.mlp.fc1.weight", 0).value_or(0), Origin::Inferred};
    config.qkvBias = tensors.contains("layers.0.blocks.0.attn.qkv.bias");
    config.classes = {sizeOf(tensors, "head.fc.weight", 0).value_or(0), Origin::Inferred};
    config.pooling = {Pooling::AveragePatches, Origin::Inferred};
    if (const auto side = squareRoot(sizeOf(tensors, "pos_embed", 1).value_or(0))) // absolute positions beside the others
        config.positionGrid = {*side, *side};
    const auto size = imageSizeOf(tensors, evidence, config);
    if (!size)
        return fail(size.error());
    config.imageSize = *size;
    return {};
}

}
