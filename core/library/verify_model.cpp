// core/library/verify_model.cpp
#include "core/library/verify_model.h"
#include "core/base/message_parts.h"
#include "core/library/blob_hash.h"
#include "core/library/hub_cache.h"
#include "core/library/torch_cache.h"
#include <algorithm>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;
using Verdict = VerifiedFile::Verdict;

Verdict verdictOf(const Result<std::optional<bool>>& matches)
{
    if (!matches)
        return matches.error().code == ErrorCode::NotFound ? Verdict::Missing : Verdict::Unreadable;
    if (!matches->has_value())
        return Verdict::Unknown;
    return **matches ? Verdict::Right : Verdict::Wrong;
}

/// The link's target names the hash.
Verdict verdictOfLink(const fs::path& link)
{
    std::error_code error;
    const auto target = fs::read_symlink(link, error);
    return error ? Verdict::Unknown : verdictOf(matchesEtag(link, target.filename().string()));
}

class Verification
{
public:
    Verification(const CancelToken& cancel, const std::function<void(const VerifiedFile&)>& done)
        : m_cancel(cancel), m_done(done)
    {
    }

    void addRepository(const HubName& model, const CachedRepository& cache)
    {
        const auto commits
            = model.revision.empty() ? cache.commits() : std::vector{cache.commitOf(model.revision).value_or("")};
        std::vector<fs::path> files;
        std::error_code error;
        for (const auto& commit : commits)
            for (auto entry = fs::recursive_directory_iterator(cache.snapshot(commit), error);
                 !error && !commit.empty() && entry != fs::recursive_directory_iterator(); entry.increment(error))
                if (std::error_code unread; !entry->is_directory(unread))
                    files.push_back(entry->path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files)
            add(model.id(), file, verdictOfLink);
    }

    void addTorchFile(const fs::path& file)
    {
        add(file.stem().string(), file, [](const fs::path& path) { return verdictOf(matchesItsName(path)); });
    }

    Result<std::vector<VerifiedFile>> result() const
    {
        return m_cancel.requested() ? Result<std::vector<VerifiedFile>>(cancelled()) : m_files;
    }

private:
    template <class Judge> void add(const std::string& model, const fs::path& file, const Judge& judge)
    {
        if (m_cancel.requested())
            return;
        m_files.push_back({model, file, judge(file)});
        if (m_done)
            m_done(m_files.back());
    }

    const CancelToken& m_cancel;
    const std::function<void(const VerifiedFile&)>& m_done;
    std::vector<VerifiedFile> m_files;
};

}

Result<std::vector<VerifiedFile>> verifyModels(const std::string& name, const LibraryPlaces& places,
    const CancelToken& cancel, const std::function<void(const VerifiedFile&)>& done)
{
    Verification verification(cancel, done);
    if (name.empty()) {
        for (const auto& model : cachedModels(places.hubCache))
            verification.addRepository(model, CachedRepository(places.hubCache, model));
        for (const auto& file : torchCacheFiles(places.torchCache))
            verification.addTorchFile(file);
        return verification.result();
    }
    const auto model = parseHubName(name);
    const CachedRepository cache(places.hubCache, model.value_or(HubName{}));
    if (model && cache.commitOf(model->revision))
        verification.addRepository(*model, cache);
    else if (const auto file = findInTorchCache(places.torchCache, name))
        verification.addTorchFile(*file);
    else
        return fail(ErrorCode::NotFound, inQuotes(name) + " is not in the caches; patchlight-cli models lists what is");
    return verification.result();
}

}
