// core/library/download.h: a model by name, from the hub into the cache.
#pragma once
#include "core/library/fetch_blob.h"

namespace patchlight
{

struct FetchedModel {
    HubName name;
    std::string commit;
    std::filesystem::path folder; ///< what the engine opens
    std::vector<std::string> files;
    std::uint64_t bytes = 0; ///< of all files
    std::uint64_t fetched = 0; ///< of those, how many came over the network now
    std::string licence;
};

/// Looks the model up, fetches what is missing, and only then lets refs/REV name it; a model that is whole costs two
/// requests or, offline, none. Blocks; any thread, several at once for different models or the same.
/// Errors: those of HubClient and fetchBlob; NothingToOpen.
HubResult<FetchedModel> downloadModel(const HubName& model, const LibraryPlaces& places, const HubAccess& access,
    const CancelToken& cancel, const FetchReport& report);

}
