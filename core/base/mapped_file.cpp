// core/base/mapped_file.cpp
#include "core/base/mapped_file.h"
#include "core/base/cannot_read.h"
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
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

/// What the signal's handler may look at: no lock, no allocation. Mappings beyond the last slot are not looked after.
struct Slot {
    std::atomic<std::uintptr_t> begin{0}, size{0};
};
std::array<Slot, 4096> slots;
std::atomic<unsigned long> lost{0};
struct sigaction formerHandler;
const auto pageSize = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));

/// Puts a page of zeros where the file has none any more; another program's mistake goes to the former handler.
void onBusError(int, siginfo_t* info, void*)
{
    const auto at = reinterpret_cast<std::uintptr_t>(info->si_addr);
    for (const Slot& slot : slots) {
        const auto begin = slot.begin.load();
        if (begin == 0 || at < begin || at - begin >= slot.size.load())
            continue;
        void* page = static_cast<std::byte*>(info->si_addr) - at % pageSize;
        if (::mmap(page, pageSize, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == page) {
            ++lost;
            return;
        }
    }
    ::sigaction(SIGBUS, &formerHandler, nullptr); // the read is tried again, and fails there
}

void lookAfter(const void* data, std::size_t size)
{
    static const bool installed = [] {
        struct sigaction handler {
        };
        handler.sa_sigaction = onBusError;
        handler.sa_flags = SA_SIGINFO;
        return ::sigaction(SIGBUS, &handler, &formerHandler) == 0;
    }();
    if (!installed)
        return;
    for (Slot& slot : slots) {
        std::uintptr_t free = 0;
        if (slot.size.load() != 0 || !slot.begin.compare_exchange_strong(free, reinterpret_cast<std::uintptr_t>(data)))
            continue;
        slot.size = (size + pageSize - 1) / pageSize * pageSize;
        return;
    }
}

void lookAwayFrom(const void* data)
{
    for (Slot& slot : slots)
        if (slot.begin.load() == reinterpret_cast<std::uintptr_t>(data)) {
            slot.size = 0;
            slot.begin = 0;
            return;
        }
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
        return cannotRead(path.string(), errno);
    struct stat status {
    };
    const bool known = ::fstat(file, &status) == 0;
    if (!known || !S_ISREG(status.st_mode)) {
        const int reason = !known ? errno : EISDIR;
        ::close(file);
        if (known && !S_ISDIR(status.st_mode))
            return fail(
                ErrorCode::Unreadable, "cannot read " + path.string() + ": it is a pipe or a device; give a file");
        return cannotRead(path.string(), reason);
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    const int reason = errno;
    ::close(file);
    if (data == MAP_FAILED)
        return cannotRead(path.string(), reason);
    const std::lock_guard lock(mappings().mutex);
    mappings().sizes[static_cast<const std::byte*>(data)] = size;
    if (data)
        lookAfter(data, size);
    return std::shared_ptr<const MappedFile>(new MappedFile(static_cast<const std::byte*>(data), size));
}

MappedFile::~MappedFile()
{
    const std::lock_guard lock(mappings().mutex);
    mappings().sizes.erase(m_data);
    if (!m_data)
        return;
    lookAwayFrom(m_data);
    ::munmap(const_cast<std::byte*>(m_data), m_size);
}

unsigned long lostReads()
{
    return lost;
}

void releaseMapped(std::span<const std::byte> part)
{
    const std::lock_guard lock(mappings().mutex);
    const auto file = mappings().fileOf(part);
    if (file.empty())
        return;
    const auto page = static_cast<std::size_t>(pageSize);
    const auto offset = static_cast<std::size_t>(part.data() - file.data());
    const auto begin = (offset + page - 1) / page * page;
    const auto end = (offset + part.size()) / page * page;
    if (begin < end)
        ::madvise(const_cast<std::byte*>(file.data()) + begin, end - begin, MADV_DONTNEED);
}

}
