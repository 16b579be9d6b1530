// core/library/remove_model.h: giving a model's room on the disk back.
#pragma once
#include "core/library/hub_name.h"
#include "core/library/places.h"
#include <string>

namespace patchlight
{

struct RemovedModel {
    std::string name;
    std::uint64_t bytes = 0; ///< given back
    int files = 0;
};

/// Of a hub's model the snapshots (with a revision, that one) and then every blob that no snapshot left behind uses;
/// snapshots that this program did not fetch only when `confirmed`. A file of torch's only when `confirmed`.
/// Errors: NotFound; InvalidOption (needs --yes); WriteFailed; Unreadable where another program fetches it just now.
Result<RemovedModel> removeModel(const std::string& name, const LibraryPlaces& places, bool confirmed);

}
