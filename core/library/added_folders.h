// core/library/added_folders.h: folders of models that the user named, kept between runs.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <vector>

namespace patchlight
{

/// One absolute path a line in $XDG_CONFIG_HOME/patchlight/model-folders (~/.config where that is not set); none where
/// there is no such file.
std::vector<std::filesystem::path> addedFolders();
/// Doubles are left out. Errors: those of writeFile.
Result<void> keepAddedFolders(const std::vector<std::filesystem::path>& folders);

}
