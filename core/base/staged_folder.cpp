// core/base/staged_folder.cpp
#include "core/base/staged_folder.h"
#include "core/base/kept_input.h"
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

tl::unexpected<Error> cannotMake(const fs::path& folder, const std::string& reason)
{
    return fail(ErrorCode::WriteFailed,
        "cannot make the folder " + folder.string() + ": " + reason + "; choose another place or free some space");
}

tl::unexpected<Error> cannotReplace(const fs::path& file, const std::string& reason)
{
    return fail(ErrorCode::WriteFailed, "cannot write " + file.string() + ": " + reason + "; choose another place");
}

/// Whether a result may take this name.
Result<void> checkReplaceable(const fs::path& file)
{
    struct stat old {
    };
    if (::stat(file.c_str(), &old) != 0)
        return {};
    if (!S_ISREG(old.st_mode))
        return cannotReplace(file, S_ISDIR(old.st_mode) ? std::strerror(EISDIR) : "it is a pipe or a device");
    if (auto free = checkNotInput(file); !free)
        return free;
    return ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) == 0 ? Result<void>{}
                                                                      : cannotReplace(file, std::strerror(errno));
}

std::vector<fs::path> filesBelow(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(folder, ignored))
        if (entry.is_regular_file(ignored))
            files.push_back(entry.path().lexically_relative(folder));
    return files;
}

}

Result<MadeFolders> MadeFolders::upTo(const fs::path& folder)
{
    MadeFolders made;
    if (folder.empty())
        return made;
    std::vector<fs::path> missing;
    std::error_code error;
    for (auto at = fs::absolute(folder, error); !fs::exists(at, error) && at.has_relative_path(); at = at.parent_path())
        if (at.has_filename()) // "a/b/" has none
            missing.push_back(at);
    for (auto next = missing.rbegin(); next != missing.rend(); ++next)
        if (fs::create_directory(*next, error))
            made.m_made.push_back(*next);
        else if (error)
            return cannotMake(folder, error.message());
    if (!fs::is_directory(folder, error))
        return cannotMake(folder, error ? error.message() : "a file is in the way");
    return made;
}

MadeFolders::~MadeFolders()
{
    for (auto next = m_made.rbegin(); next != m_made.rend(); ++next)
        ::rmdir(next->c_str()); // refused where anything is in it
}

Result<StagedFolder> StagedFolder::inside(const fs::path& folder)
{
    auto made = MadeFolders::upTo(folder);
    if (!made)
        return fail(made.error());
    static std::atomic<unsigned> s_count = 0;
    constexpr int kMostTries = 100;
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto stage
            = folder / (".patchlight-" + std::to_string(::getpid()) + "-folder-" + std::to_string(s_count++));
        if (::mkdir(stage.c_str(), 0777) == 0)
            return StagedFolder(folder, std::move(*made), stage);
        if (errno != EEXIST)
            return cannotMake(folder, std::strerror(errno));
    }
    return cannotMake(folder, std::strerror(EEXIST));
}

tl::unexpected<Error> StagedFolder::failed(Error error) const
{
    const auto stage = path().string();
    if (const auto at = error.message.find(stage); at != std::string::npos)
        error.message.replace(at, stage.size(), m_folder.string());
    return fail(std::move(error));
}

Result<void> StagedFolder::moveIntoPlace()
{
    const auto files = filesBelow(path());
    for (const auto& file : files)
        if (auto free = checkReplaceable(m_folder / file); !free)
            return free;
    std::error_code error;
    for (const auto& file : files) {
        fs::create_directories((m_folder / file).parent_path(), error);
        if (!error)
            fs::rename(path() / file, m_folder / file, error);
        if (error)
            return cannotReplace(m_folder / file, error.message());
    }
    return {};
}

}
