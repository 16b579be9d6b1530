// app/cli/options/labelled_pictures.h: which pictures an evaluation looks at, and what they show.
#pragma once
#include "core/base/model_config.h"
#include "core/base/result.h"
#include "core/image/input_geometry.h"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

struct LabelledPicture {
    std::filesystem::path file;
    std::string name; ///< as the labels name it, or below the folder
    int label = 0; ///< class index
    std::optional<RectF> box; ///< where the object is, in picture pixels
};

/// Rows of a CSV file (or pipe), the name in quotes where it has commas: `file,class` or
/// `file,class,left,top,right,bottom` (a box in picture pixels): a file below `folder` (or absolute), a class by index,
/// name or WordNet id. A heading `file,class`, empty rows and rows starting with # are skipped. Errors: those of
/// readInput, Malformed (a row without a class, an unknown class; with the row's number).
Result<std::vector<LabelledPicture>> readLabels(
    const std::filesystem::path& labels, const std::filesystem::path& folder, const ModelConfig& config);

/// A folder of class folders, each named by a class's name, index or WordNet id. Where no folder is named so and there
/// are as many folders as classes, their sorted order is the order of the classes, as torchvision's ImageFolder has it.
/// Errors: NotFound, Malformed (a folder that names no class), Unsupported (no pictures).
Result<std::vector<LabelledPicture>> listClassFolders(const std::filesystem::path& folder, const ModelConfig& config);

}
