// core/checkpoint/glance.h: what a checkpoint is by its names, shapes and config.json alone: for lists of many.
#pragma once
#include "core/base/grid.h"
#include "core/base/model_config.h"
#include "core/base/result.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace patchlight
{

struct Glance {
    Family family = Family::Vit;
    std::string kin; ///< as ModelConfig, where the layout says it
    std::string layout, container; ///< as ModelConfig and Checkpoint have them
    std::string architecture; ///< timm's name where config.json says it
    std::int64_t parameters = 0; ///< values in all tensors of the network
    std::uint64_t bytes = 0; ///< of the files of weights
    std::optional<int> classes; ///< nothing where neither a head nor config.json tells
    std::optional<GridSize> input;
};

/// Nothing where the file is sound but of a network that this program does not open. No tensor is read: a file of any
/// size takes milliseconds. Errors: those of openContainer and readStatedFacts.
Result<std::optional<Glance>> glanceAt(const std::filesystem::path& path);

}
