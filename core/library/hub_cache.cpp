// core/library/hub_cache.cpp
#include "core/library/hub_cache.h"
#include "core/base/atomic_file.h"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <unistd.h>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "models--";
constexpr std::string_view kOursFile = ".patchlight-fetched";
constexpr std::size_t kMostEntries = 20000;

std::string firstWord(const fs::path& file)
{
    std::ifstream stream(file);
    std::string word;
    stream >> word;
    return word;
}

std::vector<fs::path> entriesOf(const fs::path& folder)
{
    std::vector<fs::path> paths;
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error);
         !error && entry != fs::directory_iterator() && paths.size() < kMostEntries; entry.increment(error))
        paths.push_back(entry->path());
    return paths;
}

/// ".patchlight-PID-N" of core/base/atomic_file whose process is gone.
bool isLeftover(const fs::path& path)
{
    constexpr std::string_view start = ".patchlight-";
    const auto name = path.filename().string();
    const int process = name.starts_with(start) ? std::atoi(name.c_str() + start.size()) : 0;
    return process > 0 && process != ::getpid() && ::kill(process, 0) != 0 && errno == ESRCH;
}

}

HubError cannotWriteCache(const fs::path& path, int reason)
{
    const bool full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
    return HubError{full ? HubFailure::DiskFull : HubFailure::CannotWrite,
        "cannot write " + path.string() + ": " + std::strerror(reason)
            + (full ? "; free some space, or set HF_HOME to a folder on a larger disk"
                    : "; set HF_HOME to a folder that you may write")};
}

CachedRepository::CachedRepository(const fs::path& cache, const HubName& model)
    : m_cache(cache),
      m_folder(cache / (std::string(kPrefix) + (model.owner.empty() ? "" : model.owner + "--") + model.name))
{
}

fs::path CachedRepository::lock(const std::string& etag) const
{
    return m_cache / ".locks" / m_folder.filename() / (etag + ".lock");
}

std::vector<std::string> CachedRepository::commits() const
{
    std::vector<std::pair<fs::file_time_type, std::string>> dated;
    std::error_code ignored;
    for (const auto& path : entriesOf(m_folder / "snapshots"))
        if (fs::is_directory(path, ignored))
            dated.emplace_back(fs::last_write_time(path, ignored), path.filename().string());
    std::sort(dated.begin(), dated.end());
    std::vector<std::string> names;
    names.reserve(dated.size());
    for (auto& [time, name] : dated)
        names.push_back(std::move(name));
    return names;
}

std::optional<std::string> CachedRepository::commitOf(const std::string& revision) const
{
    constexpr std::size_t shortest = 7; // as git abbreviates
    std::error_code ignored;
    const auto named = firstWord(m_folder / "refs" / (revision.empty() ? "main" : revision));
    if (isSafeRelative(named) && fs::is_directory(snapshot(named), ignored))
        return named;
    const auto all = commits();
    if (revision.empty())
        return all.empty() ? std::nullopt : std::optional{all.back()};
    const auto begins = [&](const std::string& commit) { return commit.starts_with(revision); };
    if (revision.size() < shortest || std::count_if(all.begin(), all.end(), begins) != 1)
        return std::nullopt;
    return *std::find_if(all.begin(), all.end(), begins);
}

HubResult<void> CachedRepository::link(
    const std::string& commit, const std::string& file, const std::string& etag) const
{
    const auto at = snapshot(commit) / file;
    auto target = fs::path{"../.."} / "blobs" / etag;
    for (auto folder = fs::path{file}.parent_path(); !folder.empty(); folder = folder.parent_path())
        target = ".." / target;
    std::error_code error;
    fs::create_directories(at.parent_path(), error);
    if (error)
        return hubFail(cannotWriteCache(at.parent_path(), error.value()));
    if (fs::read_symlink(at, error) == target && !error)
        return {};
    fs::remove(at, error);
    fs::create_symlink(target, at, error);
    std::error_code unread;
    if (error && fs::read_symlink(at, unread) != target) // unless another program was quicker
        return hubFail(cannotWriteCache(at, error.value()));
    return {};
}

HubResult<void> CachedRepository::setRevision(const std::string& revision, const std::string& commit) const
{
    const auto file = m_folder / "refs" / revision;
    if (revision == commit || firstWord(file) == commit)
        return {};
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return hubFail(cannotWriteCache(file.parent_path(), error.value()));
    const auto written = writeFile(file, commit);
    return written ? HubResult<void>{} : hubFail(HubFailure::CannotWrite, written.error().message);
}

std::vector<std::string> CachedRepository::ours() const
{
    std::vector<std::string> commits;
    std::ifstream stream(m_folder / kOursFile);
    for (std::string line; std::getline(stream, line);)
        if (isCommit(line))
            commits.push_back(line);
    return commits;
}

HubResult<void> CachedRepository::setOurs(const std::vector<std::string>& commits) const
{
    std::string text;
    for (const auto& commit : commits)
        text += commit + "\n";
    const auto written = writeFile(m_folder / kOursFile, text);
    return written ? HubResult<void>{} : hubFail(HubFailure::CannotWrite, written.error().message);
}

void CachedRepository::removeLeftovers() const
{
    std::error_code ignored;
    std::vector<fs::path> folders{m_folder, m_folder / "refs"};
    for (const auto& folder : folders)
        for (const auto& path : entriesOf(folder))
            if (isLeftover(path))
                fs::remove(path, ignored);
}

std::uint64_t CachedRepository::unfinishedBytes() const
{
    std::uint64_t total = 0;
    std::error_code error;
    for (const auto& path : entriesOf(m_folder / "blobs"))
        if (path.extension() == ".incomplete")
            if (const auto size = fs::file_size(path, error); !error)
                total += size;
    return total;
}

std::vector<HubName> cachedModels(const fs::path& cache)
{
    std::vector<HubName> models;
    for (const auto& path : entriesOf(cache)) {
        auto name = path.filename().string();
        if (!name.starts_with(kPrefix))
            continue;
        name.erase(0, kPrefix.size());
        if (const auto dashes = name.find("--"); dashes != std::string::npos)
            name.replace(dashes, 2, "/");
        if (auto parsed = parseHubName("hf:" + name); parsed && parsed->revision.empty())
            models.push_back(std::move(*parsed));
    }
    std::sort(models.begin(), models.end(), [](const HubName& a, const HubName& b) { return a.id() < b.id(); });
    return models;
}

}
