// core/base/atomic_file.cpp
#include "core/base/atomic_file.h"
#include "core/base/kept_input.h"
#include "core/base/unfinished.h"
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace patchlight
{
namespace
{

tl::unexpected<Error> cannotWrite(const std::filesystem::path& path, int reason)
{
    return fail(ErrorCode::WriteFailed,
        "cannot write " + path.string() + ": " + std::strerror(reason) + "; choose another place or free some space");
}

/// 0, or the errno of the first failure. A short write is repeated for the rest.
int writeAll(int file, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0 || errno == EINVAL ? 0 : errno;
}

/// The file that a chain of symbolic links ends in, whether it exists or not; still a link where there is no end.
std::filesystem::path behindLinks(std::filesystem::path path)
{
    constexpr int kMostLinks = 40; // as the kernel
    std::error_code ignored;
    for (int link = 0; link < kMostLinks && std::filesystem::is_symlink(path, ignored); ++link)
        path = path.parent_path() / std::filesystem::read_symlink(path, ignored);
    return path;
}

struct NewFile {
    int descriptor = -1; ///< negative where there is none; errno says why
    std::string path;
};

/// A new file beside `path` with the mode any new file has here: the system takes the process's mask off 0666 itself,
/// which mkstemp would not let it.
NewFile createBeside(const std::filesystem::path& path)
{
    constexpr int kMostTries = 100;
    static std::atomic<unsigned> s_count = 0;
    NewFile made;
    for (int tries = 0; tries < kMostTries && made.descriptor < 0; ++tries) {
        const auto name = ".patchlight-" + std::to_string(::getpid()) + "-" + std::to_string(s_count++);
        made.path = (path.parent_path() / name).string();
        made.descriptor = ::open(made.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (made.descriptor < 0 && errno != EEXIST)
            break;
    }
    return made;
}

/// Pipes and devices: there is nothing to rename over.
Result<void> writeInto(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    const int reason = file < 0 ? errno : writeAll(file, bytes);
    if (file >= 0)
        ::close(file);
    return reason == 0 ? Result<void>{} : cannotWrite(path, reason);
}

/// 0, or the errno of the first failure; nothing is left behind then. `old`: the file that was there, or null.
int replace(const std::filesystem::path& path, std::span<const std::byte> bytes, const struct stat* old)
{
    constexpr mode_t kPermissions = 07777;
    const auto made = createBeside(path);
    if (made.descriptor < 0)
        return errno;
    Unfinished temporary{made.path};
    int reason
        = old && ::fchmod(made.descriptor, old->st_mode & kPermissions) != 0 ? errno : writeAll(made.descriptor, bytes);
    if (::close(made.descriptor) != 0 && reason == 0)
        reason = errno;
    if (reason == 0 && ::rename(made.path.c_str(), path.c_str()) != 0)
        reason = errno;
    if (reason == 0)
        temporary.finished();
    return reason;
}

}

Result<void> writeFile(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    struct stat old {
    };
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (!exists && errno == ELOOP)
        return cannotWrite(path, ELOOP);
    if (exists && S_ISDIR(old.st_mode))
        return cannotWrite(path, EISDIR);
    if (auto free = checkNotInput(path); !free)
        return free;
    if (exists && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
        return cannotWrite(path, errno); // renaming over it would not ask
    if (exists && !S_ISREG(old.st_mode))
        return writeInto(path, bytes);
    const int reason = replace(behindLinks(path), bytes, exists ? &old : nullptr);
    return reason == 0 ? Result<void>{} : cannotWrite(path, reason);
}

Result<void> writeFile(const std::filesystem::path& path, std::string_view text)
{
    return writeFile(path, std::as_bytes(std::span{text.data(), text.size()}));
}

}
