// core/base/mapped_file.cpp
#include "core/base/mapped_file.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace patchlight {
namespace {

tl::unexpected<Error> cannotRead(const std::filesystem::path& path, int reason)
{
    const auto code = reason == ENOENT || reason == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Unreadable;
    return fail(code, "cannot read " + path.string() + ": " + std::strerror(reason) + "; check the name and the rights");
}

}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return cannotRead(path, errno);
    struct stat status {};
    const bool known = ::fstat(file, &status) == 0;
    if (!known || !S_ISREG(status.st_mode)) {
        const int reason = !known ? errno : S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
        ::close(file);
        return cannotRead(path, reason);
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    const int reason = errno;
    ::close(file);
    if (data == MAP_FAILED)
        return cannotRead(path, reason);
    return std::shared_ptr<const MappedFile>(new MappedFile(static_cast<const std::byte*>(data), size));
}

MappedFile::~MappedFile()
{
    if (m_data)
        ::munmap(const_cast<std::byte*>(m_data), m_size);
}

void MappedFile::release(std::span<const std::byte> part) const
{
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = (static_cast<std::size_t>(part.data() - m_data) + page - 1) / page * page;
    const auto end = static_cast<std::size_t>(part.data() - m_data + part.size()) / page * page;
    if (begin < end)
        ::madvise(const_cast<std::byte*>(m_data) + begin, end - begin, MADV_DONTNEED);
}

}
