// core/train/pictures/list_folder.h: which picture belongs to which class and part.
#pragma once
#include "core/train/pictures/picture_folder.h"

namespace patchlight
{

struct ListedPicture {
    std::filesystem::path file;
    int label = 0;
};

struct FolderListing {
    std::vector<std::string> classIds, classNames;
    std::vector<ListedPicture> train, validation;
    std::string split; ///< in words
};

/// Decodes nothing. Sorted, so that the same folder always gives the same order. Errors: as packFolder.
Result<FolderListing> listFolder(const std::filesystem::path& folder, const FolderOptions& options);

}
