// core/checkpoint/detect_swin.cpp: both versions of Swin from their tensors.
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/detect.h"
#include <ATen/Functions.h>
#include <algorithm>
#include <cmath>

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

/// What both versions tell alike.
Result<void> detectEmbedding(const TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
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
    config.mlpWidth = {sizeOf(tensors, "layers.0.blocks.0.mlp.fc1.weight", 0).value_or(0), Origin::Inferred};
    config.qkvBias = tensors.contains("layers.0.blocks.0.attn.qkv.bias");
    config.classes = {sizeOf(tensors, "head.fc.weight", 0).value_or(0), Origin::Inferred};
    config.pooling = {Pooling::AveragePatches, Origin::Inferred};
    return {};
}

/// Depths and heads of the second version.
Result<void> detectStages2(const TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    std::vector<int> depths, heads;
    const int stages = std::min(countOf(tensors, "layers.#.blocks.#.attn.logit_scale"), 64);
    for (int stage = 0; stage < stages; ++stage) {
        const auto prefix = "layers." + std::to_string(stage) + ".blocks.";
        depths.push_back(countOf(tensors, prefix + "#.attn.logit_scale"));
        heads.push_back(sizeOf(tensors, prefix + "0.attn.logit_scale", 0).value_or(0));
    }
    auto agreedDepths = reconciled("depths", depths, evidence.stated.depths, evidence.file);
    auto agreedHeads = reconciled("heads", heads, evidence.stated.heads, evidence.file);
    if (!agreedDepths || !agreedHeads)
        return fail(!agreedDepths ? agreedDepths.error() : agreedHeads.error());
    config.depths = *agreedDepths;
    config.heads = *agreedHeads;
    return {};
}

/// What one stage's table of coordinates tells, where the file holds it: its window, and by how far its farthest offset
/// reaches the window it was learned with. Liu et al. 2022, equation 4, backwards.
struct Offsets {
    int window = 0, pretrained = 0;
};
std::optional<Offsets> offsetsOf(const TensorsByName& tensors, int stage)
{
    const auto found
        = tensors.find("layers." + std::to_string(stage) + ".blocks.0.attn.relative_coords_table");
    if (found == tensors.end() || found->second.dim() != 4)
        return std::nullopt;
    const int window = static_cast<int>((found->second.size(1) + 1) / 2);
    const double farthest = found->second.max().item<double>();
    const double reach = std::exp2(3 * farthest) - 1; // 8·(W − 1) / (W' − 1)
    const int pretrained = reach > 0 ? static_cast<int>(std::lround(8.0 * (window - 1) / reach)) + 1 : window;
    return Offsets{window, pretrained == window ? 0 : pretrained};
}

/// "swinv2_base_window12to24_192to384": windows of 12 first, 6 in the last stage.
std::vector<int> pretrainedByName(const std::string& name, int stages)
{
    if (name.find("12to16") == std::string::npos && name.find("12to24") == std::string::npos)
        return {};
    std::vector<int> windows{12, 12, 12, 6};
    windows.resize(static_cast<std::size_t>(stages), 0);
    return windows;
}

int windowByName(const std::string& name)
{
    const auto to = name.find("to");
    if (name.find("window") != std::string::npos && to != std::string::npos && name.find("window") < to)
        if (const auto second = numberAfterWord(std::string_view(name).substr(to), "to"))
            return *second;
    return numberAfterWord(name, "window").value_or(0);
}

GridSize imageByName(const std::string& name)
{
    const auto last = name.find_last_of('_');
    const auto side = last == std::string::npos ? std::nullopt : numberAfterWord(std::string_view(name).substr(last), "_");
    const auto to = name.find("to", last == std::string::npos ? 0 : last);
    const auto larger = to == std::string::npos ? std::nullopt : numberAfterWord(std::string_view(name).substr(to), "to");
    const int pixels = larger.value_or(side.value_or(0));
    return pixels >= 32 && pixels <= 4096 ? GridSize{pixels, pixels} : GridSize{};
}

void detectWindows2(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    constexpr int usualWindow = 8, usualSide = 256;
    const auto name = hintText(evidence);
    const int stages = static_cast<int>(config.depths.value.size());
    const auto first = offsetsOf(tensors, 0);
    const int told = first ? first->window : 0, byName = windowByName(name);
    config.window = evidence.stated.window ? Fact<int>{*evidence.stated.window, Origin::Read}
        : told > 0                         ? Fact<int>{told, Origin::Inferred}
        : byName > 0                       ? Fact<int>{byName, Origin::Inferred}
                                           : Fact<int>{usualWindow, Origin::Assumed};
    auto side = sideFromMask(evidence, config.window.value, config.patch.value);
    for (int stage = 1; stage < stages && !side; ++stage)
        if (const auto offsets = offsetsOf(tensors, stage); offsets && offsets->window < config.window.value)
            side = sideOf(std::int64_t{offsets->window} << stage, config.patch.value);
    const auto inName = imageByName(name);
    config.imageSize = evidence.stated.imageSize ? Fact<GridSize>{*evidence.stated.imageSize, Origin::Read}
        : side                                   ? Fact<GridSize>{{*side, *side}, Origin::Inferred}
        : inName.count() > 0                     ? Fact<GridSize>{inName, Origin::Inferred}
                                                 : Fact<GridSize>{{usualSide, usualSide}, Origin::Assumed};
    config.pretrainedWindows = evidence.stated.pretrainedWindows.value_or(pretrainedByName(name, stages));
    config.pretrainedWindows.resize(static_cast<std::size_t>(stages), 0);
    const GridSize grid{
        config.imageSize.value.rows / config.patch.value, config.imageSize.value.columns / config.patch.value};
    for (int stage = 0; stage < stages; ++stage) {
        const auto offsets = offsetsOf(tensors, stage);
        const int cells = std::max(std::min(grid.rows, grid.columns) >> std::min(stage, 30), 1);
        config.stageWindows.push_back(offsets ? offsets->window : std::min(config.window.value, cells));
        if (offsets && !evidence.stated.pretrainedWindows)
            config.pretrainedWindows[static_cast<std::size_t>(stage)] = offsets->pretrained;
    }
    std::erase_if(tensors, [](const auto& each) { return each.first.ends_with(".attn.relative_coords_table"); });
}

/// The second version's keys have no bias; torchvision's files hold one that its code clears.
void clearKeyBias(TensorsByName& tensors)
{
    for (auto& [name, tensor] : tensors)
        if (name.ends_with(".attn.qkv.bias") && tensor.dim() == 1) {
            const auto third = tensor.size(0) / 3;
            tensor = at::cat(
                {tensor.slice(0, 0, third), at::zeros({third}, tensor.options()), tensor.slice(0, 2 * third)});
        }
}

Result<void> detectSwin1(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    if (auto embedding = detectEmbedding(tensors, evidence, config); !embedding)
        return embedding;
    if (auto stages = detectStages(tensors, evidence, config); !stages)
        return stages;
    if (const auto side = squareRoot(sizeOf(tensors, "pos_embed", 1).value_or(0))) // absolute positions beside the others
        config.positionGrid = {*side, *side};
    const auto size = imageSizeOf(tensors, evidence, config);
    if (!size)
        return fail(size.error());
    config.imageSize = *size;
    return {};
}

Result<void> detectSwin2(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    if (auto embedding = detectEmbedding(tensors, evidence, config); !embedding)
        return embedding;
    if (auto stages = detectStages2(tensors, evidence, config); !stages)
        return stages;
    detectWindows2(tensors, evidence, config);
    clearKeyBias(tensors);
    return {};
}

}

Result<void> detectSwin(TensorsByName& tensors, const Evidence& evidence, ModelConfig& config)
{
    const bool second = evidence.recognised.layout->family == Family::SwinV2;
    return second ? detectSwin2(tensors, evidence, config) : detectSwin1(tensors, evidence, config);
}

}
