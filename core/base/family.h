// core/base/family.h: what is true of every network of a family, one row each; nobody else asks for a family by name.
#pragma once
#include "core/base/model_config.h"
#include "core/base/token_layout.h"
#include <span>
#include <string_view>

namespace patchlight
{

struct FamilyTraits {
    Family family;
    std::string_view word; ///< in JSON and tables: "swin"
    std::string_view title; ///< for people: "Swin"
    bool attends; ///< false: convolutions alone, so there are no heads and no record
    bool windowed; ///< attention stays inside windows
    bool mapOfTokens; ///< tokens are [B, rows, columns, D] without a prefix, on a grid that shrinks from stage to stage
    bool widthDoubles; ///< from stage to stage
    bool trains; ///< `train` can make one
};

const FamilyTraits& traitsOf(Family family);
std::span<const FamilyTraits> allFamilies();

/// The sequence of tokens that an input of this size becomes, in pixels.
TokenLayout tokensOf(const ModelConfig& config, GridSize input);
/// Heads of one block; 0 where the network has no attention. `layer` counts blocks.
int headsOfBlock(const ModelConfig& config, int layer);
/// The stage a block belongs to.
int stageOfBlock(const ModelConfig& config, int layer);
/// Channels of the tokens that the final norm reads.
int lastWidth(const ModelConfig& config);
/// Why a method that knows a plain ViT's operations one by one does not know this network's; empty where it does.
std::string_view whyNotPlain(const ModelConfig& config);
/// Why patches cannot be dropped from the sequence, as a sentence; empty where they can.
std::string_view whyNotDrop(const ModelConfig& config);

}
