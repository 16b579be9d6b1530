// core/library/find_in_library.h: from a model's name to what is on this computer; never a request.
#pragma once
#include "core/library/hub_name.h"
#include "core/library/places.h"
#include <filesystem>

namespace patchlight
{

/// "owner/name[@rev]", "hf:…": the snapshot in the hub's cache; "vit_b_16": the file in torch's.
/// Errors: NotFound: says the command that would fetch it; Malformed: a file of torch's that is not what its name
/// promises; what is half there says so.
Result<std::filesystem::path> findInLibrary(const std::string& name, const LibraryPlaces& places);

}
