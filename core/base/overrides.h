// core/base/overrides.h: facts about a checkpoint that the user knows better than its file.
#pragma once
#include "core/base/model_config.h"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

/// Which of the weights that training kept: those it changed, or their running average.
enum class Weights { Raw, Averaged };

/// Each one set becomes Origin::Given. (--heads, --eps, --activation, --image-size, --profile, --class-names,
/// --weights, --prefix, --base, --head-file)
struct Overrides {
    std::optional<int> heads;
    std::optional<double> normEps;
    std::optional<Activation> activation;
    std::optional<GridSize> imageSize;
    std::optional<std::string> profile; ///< a name from the table, or a .json file
    std::optional<std::filesystem::path> labels;
    std::optional<Weights> weights;
    std::optional<std::string> prefix; ///< of the network's names, where a file holds several
    bool stretch = false; ///< as PreprocessProfile::stretch
    std::vector<int> bands; ///< as PreprocessProfile::bands
    bool colourProfiles = true; ///< as PreprocessProfile::colourProfiles
    std::optional<std::filesystem::path> base; ///< the network that an adapter changes
    std::optional<std::filesystem::path> headFile; ///< a classifier published apart from its backbone
    bool operator==(const Overrides&) const = default;
};

}
