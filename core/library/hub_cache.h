// core/library/hub_cache.h: the hub's local cache, in the layout that its own client reads and writes.
#pragma once
#include "core/library/hub_name.h"
#include "core/library/hub_result.h"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

/// CACHE/models--OWNER--NAME/{blobs/ETAG, refs/REV, snapshots/COMMIT/FILE → ../../blobs/ETAG}; locks in
/// CACHE/.locks/models--OWNER--NAME/ETAG.lock.
class CachedRepository
{
public:
    CachedRepository(const std::filesystem::path& cache, const HubName& model);

    const std::filesystem::path& folder() const { return m_folder; }
    std::filesystem::path blob(const std::string& etag) const { return m_folder / "blobs" / etag; }
    std::filesystem::path snapshot(const std::string& commit) const { return m_folder / "snapshots" / commit; }
    std::filesystem::path lock(const std::string& etag) const;

    /// The commit that a branch, tag or (the start of) a commit stands for here; without a ref of main the newest
    /// snapshot. Nothing where it is not in the cache.
    std::optional<std::string> commitOf(const std::string& revision) const;
    /// All, the newest last.
    std::vector<std::string> commits() const;

    /// snapshots/COMMIT/FILE → the blob; replaces a link that leads elsewhere. Errors: CannotWrite.
    HubResult<void> link(const std::string& commit, const std::string& file, const std::string& etag) const;
    /// refs/REV; nothing is written where it says so already. Errors: CannotWrite.
    HubResult<void> setRevision(const std::string& revision, const std::string& commit) const;

    /// Commits whose first file this program fetched: what it may remove unasked.
    std::vector<std::string> ours() const;
    HubResult<void> setOurs(const std::vector<std::string>& commits) const;

    /// What a killed run left of files that are written whole or not at all.
    void removeLeftovers() const;
    /// Bytes of half-finished blobs, this program's and others'.
    std::uint64_t unfinishedBytes() const;

private:
    std::filesystem::path m_cache, m_folder;
};

/// "models--a--b" for every repository of models in the cache, sorted.
std::vector<HubName> cachedModels(const std::filesystem::path& cache);

/// "cannot write to …: Permission denied; …"
HubError cannotWriteCache(const std::filesystem::path& path, int reason);

}
