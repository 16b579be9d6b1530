// core/library/torch_cache.h: files that torch.hub keeps under their published names.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

/// Files of weights in …/torch/hub/checkpoints, sorted; half-finished ones (torch writes NAME.RANDOM.partial) are none.
std::vector<std::filesystem::path> torchCacheFiles(const std::filesystem::path& checkpoints);

/// "vit_b_16-c867db91.pth", "vit_b_16-c867db91" or "vit_b_16", where just one file is called so.
std::optional<std::filesystem::path> findInTorchCache(
    const std::filesystem::path& checkpoints, const std::string& name);

/// The hexadecimal digits after the last '-' of a published name, the beginning of the file's SHA-256; empty where
/// there are none (eight at least).
std::string promisedHash(const std::filesystem::path& file);

/// Whether the file is what its name promises; nothing where it promises nothing. Errors: NotFound, Unreadable.
/// Cost: reads the file once.
Result<std::optional<bool>> matchesItsName(const std::filesystem::path& file);

}
