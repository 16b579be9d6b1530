// core/base/overrides.h: facts about a checkpoint that the user knows better than its file.
#pragma once
#include "core/base/model_config.h"
#include <filesystem>
#include <optional>
#include <string>

namespace patchlight
{

/// Each one set becomes Origin::Given. (--heads, --eps, --activation, --image-size, --profile, --class-names, --head-file)
struct Overrides {
    std::optional<int> heads;
    std::optional<double> normEps;
    std::optional<Activation> activation;
    std::optional<GridSize> imageSize;
    std::optional<std::string> profile; ///< a name from the table, or a .json file
    std::optional<std::filesystem::path> labels;
    std::optional<std::filesystem::path> headFile; ///< a classifier published apart from its backbone
    bool operator==(const Overrides&) const = default;
};

}
