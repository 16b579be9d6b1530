// core/base/family.cpp
#include "core/base/family.h"
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

constexpr std::array kFamilies{
    FamilyTraits{.family = Family::Vit, .word = "vit", .title = "ViT", .attends = true, .windowed = false,
        .mapOfTokens = false, .widthDoubles = false, .trains = true},
    FamilyTraits{.family = Family::Hybrid, .word = "hybrid", .title = "Hybrid ViT", .attends = true, .windowed = false,
        .mapOfTokens = false, .widthDoubles = false, .trains = false},
    FamilyTraits{.family = Family::Swin, .word = "swin", .title = "Swin", .attends = true, .windowed = true,
        .mapOfTokens = true, .widthDoubles = true, .trains = false},
    FamilyTraits{.family = Family::SwinV2, .word = "swinv2", .title = "Swin v2", .attends = true, .windowed = true,
        .mapOfTokens = true, .widthDoubles = true, .trains = false},
    FamilyTraits{.family = Family::Cait, .word = "cait", .title = "CaiT", .attends = true, .windowed = false,
        .mapOfTokens = false, .widthDoubles = false, .trains = false},
    FamilyTraits{.family = Family::ResNet, .word = "resnet", .title = "ResNet", .attends = false, .windowed = false,
        .mapOfTokens = true, .widthDoubles = false, .trains = false},
    FamilyTraits{.family = Family::Bit, .word = "bit", .title = "BiT", .attends = false, .windowed = false,
        .mapOfTokens = true, .widthDoubles = false, .trains = false},
};

}

std::span<const FamilyTraits> allFamilies()
{
    return kFamilies;
}

const FamilyTraits& traitsOf(Family family)
{
    return *std::find_if(kFamilies.begin(), kFamilies.end(), [&](const auto& each) { return each.family == family; });
}

TokenLayout tokensOf(const ModelConfig& config, GridSize input)
{
    const int patch = std::max(1, config.patch.value);
    TokenLayout layout;
    layout.grid = {input.rows / patch, input.columns / patch};
    if (traitsOf(config.family).mapOfTokens) {
        layout.classToken = false;
        return layout;
    }
    layout.classToken = config.classToken;
    layout.distillationToken = config.distillationToken;
    layout.registers = config.registers;
    layout.classTokenRead = config.pooling.value != Pooling::AveragePatches;
    return layout;
}

int stageOfBlock(const ModelConfig& config, int layer)
{
    const int stages = static_cast<int>(config.depths.value.size());
    int before = 0;
    for (int stage = 0; stage < stages; ++stage) {
        before += config.depths.value[static_cast<std::size_t>(stage)];
        if (layer < before)
            return stage;
    }
    return std::max(stages - 1, 0);
}

int headsOfBlock(const ModelConfig& config, int layer)
{
    if (config.heads.value.empty())
        return 0;
    const auto stage = static_cast<std::size_t>(stageOfBlock(config, layer));
    return config.heads.value[std::min(stage, config.heads.value.size() - 1)];
}

int lastWidth(const ModelConfig& config)
{
    if (!config.convolutions.widths.empty())
        return config.convolutions.widths.back();
    const auto later = config.depths.value.empty() ? 0 : config.depths.value.size() - 1;
    return traitsOf(config.family).widthDoubles ? config.width.value << later : config.width.value;
}

std::string_view whyNotPlain(const ModelConfig& c)
{
    if (c.family != Family::Vit && c.family != Family::Hybrid)
        return "it is defined for Vision Transformers";
    if (c.mlp != Mlp::Plain || c.mlpNorm || c.attentionNorm || c.postNorm)
        return "it knows plain blocks only, not gated MLPs or other norms";
    if (c.rotary || c.relativePositions != RelativePositions::None)
        return "it does not know rotary and relative positions";
    const bool known = c.pooling.value == Pooling::ClassToken || c.pooling.value == Pooling::ClassAndDistillation
        || c.pooling.value == Pooling::AveragePatches;
    return known && !c.poolsBeforeNorm ? "" : "it does not know what this network's head reads";
}

std::string_view whyNotDrop(const ModelConfig& config)
{
    const auto& traits = traitsOf(config.family);
    if (!traits.attends)
        return "Convolutions need every cell, so patches cannot be dropped; hide them with mean or zero.";
    if (traits.windowed)
        return "Swin's windows need every cell, so patches cannot be dropped from its sequence; hide them with mean or "
               "zero.";
    if (config.pooling.value == Pooling::ClassToken || config.pooling.value == Pooling::ClassAndDistillation)
        return {};
    return "This network's head reads the mean of all patches, so patches cannot be dropped; hide them with mean or "
           "zero.";
}

}
