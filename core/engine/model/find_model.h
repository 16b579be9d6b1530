// core/engine/model/find_model.h: from what a user calls a model to its file or folder.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight
{

/// An existing file or folder, else the name of a model that ships with the program, else one that is in a cache: of
/// the hub ("owner/name[@rev]"; "hf:owner/name" is never a file) or of torch ("vit_b_16"); empty = the default one.
/// Never a request. Errors: NotFound, listing the names there are or saying how to fetch it.
Result<std::filesystem::path> findModel(const std::filesystem::path& asked);
/// Names of the models in resources/models.
std::vector<std::string> shippedModels();

}
