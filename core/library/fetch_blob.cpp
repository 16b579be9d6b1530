// core/library/fetch_blob.cpp
#include "core/library/fetch_blob.h"
#include "core/library/blob_hash.h"
#include "core/library/file_lock.h"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;
using Stage = FetchProgress::Stage;

constexpr int kTriesWithoutProgress = 3;

/// The half-finished file: appended to, or begun anew.
class PartFile
{
public:
    explicit PartFile(fs::path path) : m_path(std::move(path)) { }
    ~PartFile() { close(); }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    HubResult<void> open()
    {
        std::error_code error;
        fs::create_directories(m_path.parent_path(), error);
        m_file = error ? -1 : ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (m_file < 0)
            return hubFail(cannotWriteCache(m_path, error ? error.value() : errno));
        const auto end = ::lseek(m_file, 0, SEEK_END);
        m_size = end > 0 ? static_cast<std::uint64_t>(end) : 0;
        return {};
    }

    std::uint64_t size() const { return m_size; }
    int reason() const { return m_reason; } ///< errno of the write that failed; 0 = none did

    bool beginAt(std::uint64_t start)
    {
        if (start == m_size)
            return true;
        if (start != 0 || ::ftruncate(m_file, 0) != 0 || ::lseek(m_file, 0, SEEK_SET) != 0)
            return false;
        m_size = 0;
        return true;
    }

    bool append(std::span<const std::byte> bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(m_file, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0) {
                m_reason = errno;
                return false;
            }
            m_size += static_cast<std::uint64_t>(written);
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return true;
    }

    /// On disk, not only in the system's memory.
    bool flush()
    {
        if (::fsync(m_file) == 0 || errno == EINVAL)
            return true;
        m_reason = errno;
        return false;
    }

    void close()
    {
        if (m_file >= 0)
            ::close(m_file);
        m_file = -1;
    }

    void discard()
    {
        close();
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }

private:
    fs::path m_path;
    int m_file = -1, m_reason = 0;
    std::uint64_t m_size = 0;
};

struct Fetch {
    HubClient& hub;
    const CachedRepository& cache;
    const HubName& model;
    const std::string& commit;
    HubFile file;
    const CancelToken& cancel;
    const std::function<void(Stage, std::uint64_t)>& arrived;

    std::string named() const { return file.name + " of " + model.id(); }
};

HubError wrongSize(const Fetch& fetch)
{
    return HubError{HubFailure::Untrue,
        fetch.named() + " is not as long as the hub says (" + std::to_string(fetch.file.size)
            + " bytes), so nothing of it was kept; try again later, or check the proxy"};
}

HubError wrongHash(const Fetch& fetch)
{
    return HubError{HubFailure::Untrue,
        fetch.named()
            + " arrived with other bytes than the hub says (its hash is wrong), so nothing of it was kept; "
              "try again later, or check the proxy"};
}

/// One connection's worth.
HubResult<void> pour(const Fetch& fetch, PartFile& part)
{
    bool tooLong = false;
    const auto begin = [&](std::uint64_t start) { return part.beginAt(start); };
    const auto take = [&](std::span<const std::byte> bytes) {
        tooLong = part.size() + bytes.size() > fetch.file.size;
        if (tooLong || !part.append(bytes))
            return false;
        fetch.arrived(Stage::Fetching, part.size());
        return true;
    };
    auto got = fetch.hub.bytes(fetch.model, fetch.file, part.size(), begin, take);
    if (tooLong)
        return hubFail(wrongSize(fetch));
    if (part.reason() != 0)
        return hubFail(cannotWriteCache(fetch.cache.blob(fetch.file.etag), part.reason()));
    return got;
}

/// As many connections as it takes, while each brings something. The location is asked for anew: it may have expired.
HubResult<void> fill(Fetch& fetch, PartFile& part)
{
    auto wait = fetch.hub.access().firstPause;
    for (int idle = 0; part.size() < fetch.file.size;) {
        const auto before = part.size();
        auto poured = pour(fetch, part);
        if (poured && part.size() < fetch.file.size)
            poured = hubFail(wrongSize(fetch));
        if (poured)
            break;
        const auto kind = poured.error().kind;
        const bool worthIt = kind == HubFailure::Interrupted || kind == HubFailure::ServerTrouble;
        idle = part.size() > before ? 0 : idle + 1;
        if (!worthIt || fetch.cancel.requested() || idle == kTriesWithoutProgress)
            return poured;
        if (!fetch.hub.pause(wait))
            return hubFail(HubFailure::Cancelled, "cancelled");
        wait = std::min(idle == 0 ? fetch.hub.access().firstPause : wait * 2, std::chrono::milliseconds(10000));
        auto again = fetch.hub.file(fetch.model, fetch.commit, fetch.file.name);
        if (!again)
            return hubFail(again.error());
        if (again->etag != fetch.file.etag)
            return hubFail(wrongHash(fetch));
        fetch.file.location = again->location;
    }
    return {};
}

bool keepsItsPart(HubFailure kind)
{
    return kind != HubFailure::Untrue && kind != HubFailure::DiskFull;
}

/// Whether the bytes are right; what cannot be read is not.
bool isRight(const fs::path& path, const std::string& etag)
{
    const auto matches = matchesEtag(path, etag);
    return matches && matches->value_or(true);
}

HubResult<void> moveIntoPlace(const Fetch& fetch, const fs::path& partPath)
{
    const auto blob = fetch.cache.blob(fetch.file.etag);
    return ::rename(partPath.c_str(), blob.c_str()) == 0 ? HubResult<void>{} : hubFail(cannotWriteCache(blob, errno));
}

/// @param resumed  set where bytes of an earlier run were gone on with
HubResult<void> fetchOnce(Fetch& fetch, const fs::path& partPath, bool& resumed)
{
    PartFile part(partPath);
    if (auto opened = part.open(); !opened)
        return opened;
    resumed = part.size() > 0;
    if (part.size() > fetch.file.size && !part.beginAt(0))
        return hubFail(cannotWriteCache(partPath, errno));
    fetch.arrived(Stage::Fetching, part.size());
    auto filled = fill(fetch, part);
    if (filled && !part.flush())
        filled = hubFail(cannotWriteCache(partPath, part.reason()));
    if (!filled) {
        if (!keepsItsPart(filled.error().kind) || part.size() == 0)
            part.discard();
        return filled;
    }
    fetch.arrived(Stage::Checking, part.size());
    if (!isRight(partPath, fetch.file.etag)) {
        part.discard();
        return hubFail(wrongHash(fetch));
    }
    return moveIntoPlace(fetch, partPath);
}

}

HubResult<void> fetchBlob(HubClient& hub, const CachedRepository& cache, const HubName& model,
    const std::string& commit, const HubFile& file, const CancelToken& cancel,
    const std::function<void(Stage, std::uint64_t)>& arrived)
{
    std::error_code ignored;
    if (fs::exists(cache.blob(file.etag), ignored))
        return {};
    const auto lock = FileLock::take(cache.lock(file.etag), cancel, [&] { arrived(Stage::Waiting, 0); });
    if (!lock)
        return hubFail(lock.error());
    if (fs::exists(cache.blob(file.etag), ignored))
        return {};
    Fetch fetch{hub, cache, model, commit, file, cancel, arrived};
    const auto partPath = cache.blob(file.etag + ".incomplete");
    bool resumed = false;
    auto fetched = fetchOnce(fetch, partPath, resumed);
    if (!fetched && fetched.error().kind == HubFailure::Untrue && resumed) // the old bytes may have been the wrong ones
        fetched = fetchOnce(fetch, partPath, resumed);
    return fetched;
}

}
