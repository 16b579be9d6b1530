// core/library/download.cpp
#include "core/library/download.h"
#include "core/library/wanted_files.h"
#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;
using Stage = FetchProgress::Stage;

std::string sizeText(std::uint64_t bytes)
{
    constexpr std::uint64_t mega = 1000000;
    return std::to_string((bytes + mega - 1) / mega) + " MB";
}

HubError asHubError(const Error& error, HubFailure kind)
{
    return {kind, error.message};
}

/// One model's way: lists, asks for sizes, fetches.
class Download
{
public:
    Download(const HubName& model, const LibraryPlaces& places, const HubAccess& access, const CancelToken& cancel,
        const FetchReport& report)
        : m_model(model), m_cache(places.hubCache, model), m_cachePath(places.hubCache), m_cancel(cancel),
          m_report(report), m_hub(access, cancel)
    {
        m_got.name = model;
    }

    HubResult<FetchedModel> run()
    {
        if (!m_hub.access().offline) // else nothing is asked
            say(Stage::Asking, "", 0);
        const auto repository = m_hub.repository(m_model);
        if (!repository)
            return hubFail(repository.error());
        m_got.commit = repository->commit;
        m_got.licence = repository->licence;
        m_got.folder = m_cache.snapshot(m_got.commit);
        std::error_code ignored;
        m_new = !fs::exists(m_got.folder, ignored);
        m_cache.removeLeftovers();
        const auto wanted = chooseFiles(repository->files, m_model.text());
        if (!wanted)
            return hubFail(asHubError(wanted.error(), HubFailure::NothingToOpen));
        if (auto done = fetchAll(*wanted); !done)
            return hubFail(done.error());
        return finished();
    }

private:
    /// The weights' names come last but their sizes first: the total is known before the first large byte.
    HubResult<void> fetchAll(const WantedFiles& wanted)
    {
        auto weights = std::vector{wanted.weights};
        if (wanted.sharded) {
            auto shards = readIndex(wanted.weights);
            if (!shards)
                return hubFail(shards.error());
            weights = std::move(*shards);
        }
        for (const auto& names : {wanted.small, weights})
            for (const auto& name : names)
                if (auto looked = look(name); !looked)
                    return looked;
        if (auto room = checkRoom(); !room)
            return room;
        for (const auto& file : m_missing)
            if (auto fetched = fetch(file); !fetched)
                return fetched;
        return {};
    }

    HubResult<std::vector<std::string>> readIndex(const std::string& index)
    {
        if (auto looked = look(index); !looked)
            return hubFail(looked.error());
        while (!m_missing.empty()) {
            if (auto fetched = fetch(m_missing.back()); !fetched)
                return hubFail(fetched.error());
            m_missing.pop_back();
        }
        std::ostringstream text;
        text << std::ifstream(m_got.folder / index).rdbuf();
        auto shards = shardsOf(text.str(), m_model.text());
        return shards ? HubResult<std::vector<std::string>>(std::move(*shards))
                      : hubFail(asHubError(shards.error(), HubFailure::Untrue));
    }

    /// What a commit holds never changes: a file whose link leads to a blob needs no question.
    HubResult<void> look(const std::string& name)
    {
        m_got.files.push_back(name);
        std::error_code error;
        if (const auto size = fs::file_size(m_got.folder / name, error); !error) {
            m_got.bytes += size;
            m_before += size;
            return {};
        }
        auto file = m_hub.file(m_model, m_got.commit, name);
        if (!file)
            return hubFail(file.error());
        m_got.bytes += file->size;
        m_missing.push_back(std::move(*file));
        return {};
    }

    /// Before the first byte, not after the last that fits.
    HubResult<void> checkRoom() const
    {
        std::uint64_t needed = 0;
        std::error_code error;
        for (const auto& file : m_missing) {
            const auto part = fs::file_size(m_cache.blob(file.etag + ".incomplete"), error);
            needed += file.size - (error ? 0 : std::min<std::uint64_t>(part, file.size));
        }
        auto existing = m_cachePath;
        while (!fs::exists(existing, error) && existing.has_relative_path())
            existing = existing.parent_path();
        const auto space = fs::space(existing, error);
        if (error || needed <= space.available)
            return {};
        return hubFail(HubFailure::DiskFull,
            m_model.text() + " needs " + sizeText(needed) + ", and the disk of " + m_cachePath.string() + " has "
                + sizeText(space.available) + " left; free some space, or set HF_HOME to a folder on a larger disk");
    }

    HubResult<void> fetch(const HubFile& file)
    {
        std::error_code ignored;
        const bool there = fs::exists(m_cache.blob(file.etag), ignored);
        if (auto marked = markOurs(); !marked)
            return marked;
        const std::function<void(Stage, std::uint64_t)> arrived = [&](Stage stage, std::uint64_t bytes) {
            if (m_firstByte.empty() && stage == Stage::Fetching)
                m_alreadyThere = bytes, m_firstByte = file.name;
            say(stage, file.name, bytes);
        };
        m_firstByte.clear();
        m_alreadyThere = 0;
        if (auto fetched = fetchBlob(m_hub, m_cache, m_model, m_got.commit, file, m_cancel, arrived); !fetched)
            return fetched;
        if (!there && !m_firstByte.empty())
            m_got.fetched += file.size - std::min(m_alreadyThere, file.size);
        m_before += file.size;
        return m_cache.link(m_got.commit, file.name, file.etag);
    }

    /// A snapshot that was not here before this run is this program's own to remove.
    HubResult<void> markOurs()
    {
        if (!m_new || std::exchange(m_marked, true))
            return {};
        auto ours = m_cache.ours();
        if (std::find(ours.begin(), ours.end(), m_got.commit) != ours.end())
            return {};
        ours.push_back(m_got.commit);
        std::error_code error;
        fs::create_directories(m_cache.folder(), error);
        return error ? hubFail(cannotWriteCache(m_cache.folder(), error.value())) : m_cache.setOurs(ours);
    }

    HubResult<FetchedModel> finished()
    {
        auto named = m_cache.setRevision(m_model.revisionOrMain(), m_got.commit);
        if (!named && m_got.fetched > 0)
            return hubFail(named.error());
        return m_got; // a cache that may not be written but holds everything is good enough
    }

    void say(Stage stage, const std::string& file, std::uint64_t bytes) const
    {
        if (m_report)
            m_report({stage, file, m_before + bytes, std::max(m_got.bytes, m_before + bytes)});
    }

    const HubName& m_model;
    CachedRepository m_cache;
    fs::path m_cachePath;
    const CancelToken& m_cancel;
    const FetchReport& m_report;
    HubClient m_hub;
    FetchedModel m_got;
    std::vector<HubFile> m_missing;
    bool m_new = false, m_marked = false;
    std::uint64_t m_before = 0, m_alreadyThere = 0;
    std::string m_firstByte;
};

/// Offline, or without a reason to ask: a commit that is whole in the cache.
std::optional<FetchedModel> wholeInCache(const HubName& model, const LibraryPlaces& places)
{
    const CachedRepository cache(places.hubCache, model);
    const auto commit = cache.commitOf(model.revision);
    if (!commit)
        return std::nullopt;
    FetchedModel found{model, *commit, cache.snapshot(*commit), {}, 0, 0, ""};
    std::error_code error;
    for (auto entry = fs::directory_iterator(found.folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::error_code unread;
        found.files.push_back(entry->path().filename().string());
        found.bytes += entry->is_regular_file(unread) ? entry->file_size(unread) : 0;
    }
    std::sort(found.files.begin(), found.files.end());
    return isWholeSnapshot(found.folder) ? std::optional{found} : std::nullopt;
}

}

HubResult<FetchedModel> downloadModel(const HubName& model, const LibraryPlaces& places, const HubAccess& access,
    const CancelToken& cancel, const FetchReport& report)
{
    if (access.offline)
        if (auto whole = wholeInCache(model, places))
            return std::move(*whole);
    return Download(model, places, access, cancel, report).run();
}

}
