// core/train/pictures/picture_folder.h: a folder of pictures by class → one data set in memory.
#pragma once
#include "core/base/run_context.h"
#include "core/train/data/packed_pictures.h"

namespace patchlight
{

struct FolderOptions {
    int size = 224; ///< pixels per side after squashing
    double validationShare = 0.1; ///< taken from every class where the folder has no `val`
    std::uint64_t seed = 0; ///< of that choice
    std::vector<std::string> only; ///< class folders to use, in this order; empty = all, sorted
    std::filesystem::path result; ///< where the packed file will go: refused, before decoding, where it is a picture of them
    std::filesystem::path classNames; ///< rows "folder<TAB or space or comma>name"; empty = the folders' names
};

/// Reads `train/CLASS/**` and `val/CLASS/**`, or `CLASS/**` with a seeded share set aside. `val` may instead hold
/// pictures beside a list `val_annotations.txt` (rows "file<TAB>class…", as Tiny-ImageNet has it).
/// Unreadable files are skipped and named in the result. Reports "decoding".
/// Errors: NotFound (no such folder, no picture in it), Cancelled, InvalidOption, OutOfMemory. Its pictures are kept
/// (KeptInput) as long as they are decoded.
Result<PackedPictures> packFolder(
    const std::filesystem::path& folder, const FolderOptions& options, const RunContext& run);

}
