// core/base/mapped_file.cpp
#include "core/base/mapped_file.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace patchlight
{
namespace
{

tl::unexpected<Error> cannotRead(const std::filesystem::path& path, int reason)
{
    const auto code = reason == ENOENT || reason == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Unreadable;
    return fail(
        code, "cannot read " + path.string() + ": " + std::strerror(reason) + "; check the name and the rights");
}

/// What is mapped now. Dropping pages of any other memory would lose what it holds.
struct Mappings {
    std::mutex mutex;
    std::map<const std::byte*, std::size_t> sizes; ///< by first byte

    /// The mapping that holds all of `part`; empty where none does.
    std::span<const std::byte> fileOf(std::span<const std::byte> part) const
    {
        const auto after = sizes.upper_bound(part.data());
        if (after == sizes.begin())
            return {};
        const std::span<const std::byte> file{std::prev(after)->first, std::prev(after)->second};
        return part.data() + part.size() <= file.data() + file.size() ? file : std::span<const std::byte>{};
    }
};

Mappings& mappings()
{
    static auto* all = new Mappings; // never destroyed: static objects may hold files
    return *all;
}

}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return cannotRead(path, errno);
    struct stat status {
    };
    const bool known = ::fstat(file, &status) == 0;
    if (!known || !S_ISREG(status.st_mode)) {
        const int reason = !known ? errno : EISDIR;
        ::close(file);
        if (known && !S_ISDIR(status.st_mode))
            return fail(
                ErrorCode::Unreadable, "cannot read " + path.string() + ": it is a pipe or a device; give a file");
        return cannotRead(path, reason);
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    const int reason = errno;
    ::close(file);
    if (data == MAP_FAILED)
        return cannotRead(path, reason);
    const std::lock_guard lock(mappings().mutex);
    mappings().sizes[static_cast<const std::byte*>(data)] = size;
    return std::shared_ptr<const MappedFile>(new MappedFile(static_cast<const std::byte*>(data), size));
}

MappedFile::~MappedFile()
{
    const std::lock_guard lock(mappings().mutex);
    mappings().sizes.erase(m_data);
    if (m_data)
        ::munmap(const_cast<std::byte*>(m_data), m_size);
}

void releaseMapped(std::span<const std::byte> part)
{
    const std::lock_guard lock(mappings().mutex);
    const auto file = mappings().fileOf(part);
    if (file.empty())
        return;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto offset = static_cast<std::size_t>(part.data() - file.data());
    const auto begin = (offset + page - 1) / page * page;
    const auto end = (offset + part.size()) / page * page;
    if (begin < end)
        ::madvise(const_cast<std::byte*>(file.data()) + begin, end - begin, MADV_DONTNEED);
}

}
