// core/base/file_identity.cpp
#include "core/base/file_identity.h"
#include "core/base/cannot_read.h"
#include "core/base/kept_input.h"
#include "core/base/sha256.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace patchlight
{
namespace
{

constexpr std::size_t kPiece = std::size_t{1} << 20;

}

FileIdentity::Stamp FileIdentity::stampOf(int file)
{
    struct stat status {
    };
    if (::fstat(file, &status) != 0)
        return {};
    return {status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

Result<FileIdentityPtr> FileIdentity::of(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return cannotRead(path.string(), errno);
    const auto stamp = stampOf(file);
    keepFile(stamp.device, stamp.number); // nothing is written over it meanwhile
    return FileIdentityPtr(new FileIdentity(path, file, stamp));
}

FileIdentity::~FileIdentity()
{
    releaseFile(m_stamp.device, m_stamp.number);
    ::close(m_file);
}

Result<void> FileIdentity::unchanged() const
{
    if (stampOf(m_file) == m_stamp)
        return {};
    return fail(ErrorCode::Unreadable, m_path.string() + ": the file has changed since it was loaded; load it again");
}

Result<std::string> FileIdentity::sha256() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_sha256.empty())
        return m_sha256;
    Sha256 hash;
    std::vector<std::byte> piece(kPiece);
    for (off_t at = 0;;) {
        const auto got = ::pread(m_file, piece.data(), piece.size(), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead(m_path.string(), errno);
        if (got == 0)
            break;
        hash.add(std::span(piece).first(static_cast<std::size_t>(got)));
        at += got;
    }
    if (const auto same = unchanged(); !same)
        return fail(same.error());
    m_sha256 = hash.digits();
    return m_sha256;
}

}
