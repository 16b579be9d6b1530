// core/library/find_in_library.cpp
#include "core/library/find_in_library.h"
#include "core/base/message_parts.h"
#include "core/library/hub_cache.h"
#include "core/library/torch_cache.h"
#include "core/library/wanted_files.h"

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

std::string howToGet(const HubName& model)
{
    return "; get it with: patchlight-cli models get " + model.text() + " (or add --download)";
}

Result<fs::path> snapshotOf(const HubName& model, const LibraryPlaces& places)
{
    const CachedRepository cache(places.hubCache, model);
    const auto commit = cache.commitOf(model.revision);
    if (!commit && (cache.unfinishedBytes() > 0 || !cache.commits().empty()) && model.revision.empty())
        return fail(ErrorCode::NotFound, model.text() + " is only half on this computer" + howToGet(model));
    if (!commit)
        return fail(ErrorCode::NotFound,
            model.text() + ": no such file or folder, and no model of that name on this computer (looked in " + places.hubCache.string() + ")"
                + howToGet(model));
    if (!isWholeSnapshot(cache.snapshot(*commit)))
        return fail(ErrorCode::NotFound,
            model.text() + " is only half on this computer: " + cache.snapshot(*commit).string() + " lacks weights"
                + howToGet(model));
    return cache.snapshot(*commit);
}

}

Result<fs::path> findInLibrary(const std::string& name, const LibraryPlaces& places)
{
    if (mustBeHubName(name) || looksLikeHubName(name)) {
        const auto model = parseHubName(name);
        return model ? snapshotOf(*model, places) : fail(model.error());
    }
    const auto file = findInTorchCache(places.torchCache, name);
    if (!file)
        return fail(ErrorCode::NotFound, inQuotes(name) + " is no model on this computer");
    const auto matches = matchesItsName(*file);
    if (!matches)
        return fail(matches.error());
    if (*matches == false)
        return fail(ErrorCode::Malformed,
            file->string()
                + " is not what its name promises (its SHA-256 begins otherwise); delete it and get it again");
    return *file;
}

}
