// core/base/atomic_file.cpp
#include "core/base/atomic_file.h"
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

/// mkstemp makes private files; the result gets the mode any new file would have.
void giveUsualMode(int file)
{
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(file, 0666 & ~mask);
}

}

Result<void> writeFile(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    std::error_code ignored;
    const bool special = std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored);
    if (special && std::filesystem::is_directory(path, ignored))
        return cannotWrite(path, EISDIR);
    if (special) { // a pipe or /dev/full: nothing to rename over
        const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        const int reason = file < 0 ? errno : writeAll(file, bytes);
        if (file >= 0)
            ::close(file);
        return reason == 0 ? Result<void>{} : cannotWrite(path, reason);
    }
    std::string temporary = path.string() + ".XXXXXX";
    const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (file < 0)
        return cannotWrite(path, errno);
    giveUsualMode(file);
    int reason = writeAll(file, bytes);
    if (::close(file) != 0 && reason == 0)
        reason = errno;
    if (reason == 0 && ::rename(temporary.c_str(), path.c_str()) != 0)
        reason = errno;
    if (reason == 0)
        return {};
    ::unlink(temporary.c_str());
    return cannotWrite(path, reason);
}

Result<void> writeFile(const std::filesystem::path& path, std::string_view text)
{
    return writeFile(path, std::as_bytes(std::span{text.data(), text.size()}));
}

}
