// core/library/fetch_blob.h: one file of the hub into the cache: resumed, checked, and only then there.
#pragma once
#include "core/library/hub_cache.h"
#include "core/library/hub_client.h"

namespace patchlight
{

struct FetchProgress {
    enum class Stage { Asking, Waiting, Fetching, Checking };
    Stage stage = Stage::Asking; ///< Waiting: another program fetches the same file
    std::string file;
    std::uint64_t done = 0, total = 0; ///< bytes of the whole model; total 0 = not known yet
};
using FetchReport = std::function<void(const FetchProgress&)>;

/// Writes blobs/ETAG.incomplete, goes on where an earlier run stopped, checks size and hash, flushes, renames. While a
/// connection breaks but bytes keep coming it tries again; the bytes stay for the next run. A wrong hash or size keeps
/// nothing; of a full disk what was written is removed, too. A blob that is there costs nothing.
/// @param arrived  told the file's bytes so far
/// Errors: those of HubClient; Untrue, DiskFull, CannotWrite, Cancelled.
HubResult<void> fetchBlob(HubClient& hub, const CachedRepository& cache, const HubName& model,
    const std::string& commit, const HubFile& file, const CancelToken& cancel,
    const std::function<void(FetchProgress::Stage, std::uint64_t)>& arrived);

}
