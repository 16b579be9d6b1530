// core/engine/model/find_model.h: from what a user calls a model to its file or folder.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight
{

/// An existing file or folder, else the name of a model that ships with the program; empty = the default one.
/// Errors: NotFound, listing the names there are.
Result<std::filesystem::path> findModel(const std::filesystem::path& asked);
/// Names of the models in resources/models.
std::vector<std::string> shippedModels();

}
