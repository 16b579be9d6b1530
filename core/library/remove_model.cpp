// core/library/remove_model.cpp
#include "core/library/remove_model.h"
#include "core/base/message_parts.h"
#include "core/library/file_lock.h"
#include "core/library/hub_cache.h"
#include "core/library/torch_cache.h"
#include <algorithm>
#include <set>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

std::vector<fs::path> filesBelow(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(folder, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error))
        if (std::error_code unread; !entry->is_directory(unread))
            files.push_back(entry->path());
    return files;
}

/// Names of the blobs that the snapshots there are lead to.
std::set<std::string> blobsInUse(const CachedRepository& cache)
{
    std::set<std::string> used;
    std::error_code error;
    for (const auto& file : filesBelow(cache.folder() / "snapshots"))
        if (const auto target = fs::read_symlink(file, error); !error)
            used.insert(target.filename().string());
    return used;
}

tl::unexpected<Error> cannotRemove(const fs::path& path, const std::error_code& error)
{
    return fail(ErrorCode::WriteFailed,
        "cannot remove " + path.string() + ": " + error.message() + "; check the rights of its folder");
}

Result<void> drop(const fs::path& path, RemovedModel& removed)
{
    std::error_code error;
    const auto size = fs::is_regular_file(fs::symlink_status(path, error)) ? fs::file_size(path, error) : 0;
    if (!fs::remove(path, error) && error)
        return cannotRemove(path, error);
    removed.bytes += size;
    removed.files += size > 0 ? 1 : 0;
    return {};
}

Result<void> dropUnusedBlobs(const CachedRepository& cache, RemovedModel& removed)
{
    const auto used = blobsInUse(cache);
    for (const auto& blob : filesBelow(cache.folder() / "blobs")) {
        auto name = blob.filename().string();
        if (used.contains(name))
            continue;
        if (FileLock::isHeld(cache.lock(blob.stem().string())) || FileLock::isHeld(cache.lock(name)))
            return fail(ErrorCode::Unreadable, cache.folder().string() + " is being fetched just now; stop that first");
        if (auto dropped = drop(blob, removed); !dropped)
            return dropped;
    }
    return {};
}

/// Branches and tags that named what is gone.
void dropRefs(const CachedRepository& cache)
{
    const auto left = cache.commits();
    std::error_code ignored;
    for (const auto& ref : filesBelow(cache.folder() / "refs")) {
        const auto commit = cache.commitOf(fs::relative(ref, cache.folder() / "refs", ignored).string());
        if (!commit || std::find(left.begin(), left.end(), *commit) == left.end())
            fs::remove(ref, ignored);
    }
}

/// Other snapshots stay: those gone are no longer this program's.
Result<RemovedModel> forgotten(const CachedRepository& cache, const RemovedModel& removed)
{
    auto ours = cache.ours();
    if (ours.empty())
        return removed;
    const auto left = cache.commits();
    std::erase_if(
        ours, [&](const std::string& commit) { return std::find(left.begin(), left.end(), commit) == left.end(); });
    const auto kept = cache.setOurs(ours);
    return kept ? Result<RemovedModel>(removed) : fail(asError(kept.error()));
}

Result<RemovedModel> removeCached(const HubName& model, const CachedRepository& cache, bool confirmed)
{
    auto commits = cache.commits();
    if (!model.revision.empty()) {
        const auto commit = cache.commitOf(model.revision);
        if (!commit)
            return fail(ErrorCode::NotFound, model.text() + " is not in the cache at " + cache.folder().string());
        commits = {*commit};
    }
    const auto ours = cache.ours();
    const bool foreign = std::any_of(commits.begin(), commits.end(),
        [&](const auto& commit) { return std::find(ours.begin(), ours.end(), commit) == ours.end(); });
    if (!confirmed && (foreign || (commits.empty() && ours.empty())))
        return fail(ErrorCode::InvalidOption,
            model.text() + " was fetched by another program; add --yes to remove it all the same");
    RemovedModel removed{model.text(), 0, 0};
    std::error_code error;
    for (const auto& commit : commits)
        if (fs::remove_all(cache.snapshot(commit), error); error)
            return cannotRemove(cache.snapshot(commit), error);
    if (auto dropped = dropUnusedBlobs(cache, removed); !dropped)
        return fail(dropped.error());
    dropRefs(cache);
    if (!cache.commits().empty())
        return forgotten(cache, removed);
    fs::remove_all(cache.folder(), error);
    if (error)
        return cannotRemove(cache.folder(), error);
    fs::remove_all(cache.lock("any").parent_path(), error);
    return removed;
}

}

Result<RemovedModel> removeModel(const std::string& name, const LibraryPlaces& places, bool confirmed)
{
    std::error_code ignored;
    if (const auto model = parseHubName(name)) {
        const CachedRepository cache(places.hubCache, *model);
        if (!fs::exists(cache.folder(), ignored))
            return fail(ErrorCode::NotFound, model->text() + " is not in the cache at " + places.hubCache.string());
        return removeCached(*model, cache, confirmed);
    }
    const auto file = findInTorchCache(places.torchCache, name);
    if (!file)
        return fail(
            ErrorCode::NotFound, inQuotes(name) + " is no model of the caches; patchlight-cli models lists them");
    if (!confirmed)
        return fail(ErrorCode::InvalidOption,
            file->string() + " was fetched by another program; add --yes to remove it all the same");
    RemovedModel removed{name, 0, 0};
    const auto dropped = drop(*file, removed);
    return dropped ? Result<RemovedModel>(removed) : fail(dropped.error());
}

}
