// core/library/file_lock.cpp
#include "core/library/file_lock.h"
#include "core/library/hub_cache.h"
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace patchlight
{

HubResult<FileLock> FileLock::take(
    const std::filesystem::path& file, const CancelToken& cancel, const std::function<void()>& waiting)
{
    using namespace std::chrono_literals;
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    const int opened = error ? -1 : ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0664);
    if (opened < 0)
        return hubFail(cannotWriteCache(file, error ? error.value() : errno));
    FileLock lock(opened);
    for (bool told = false; ::flock(opened, LOCK_EX | LOCK_NB) != 0; told = true) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            break; // a file system without locks: the hashes still see to it that nothing wrong is kept
        if (!told && waiting)
            waiting();
        if (cancel.requested())
            return hubFail(HubFailure::Cancelled, "cancelled");
        std::this_thread::sleep_for(50ms);
    }
    return lock;
}

bool FileLock::isHeld(const std::filesystem::path& file)
{
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0)
        return false;
    const bool held = ::flock(opened, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(opened);
    return held;
}

FileLock::~FileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

}
