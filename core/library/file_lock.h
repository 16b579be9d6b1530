// core/library/file_lock.h: one program at a time, by the lock files that the hub's own client uses (flock).
#pragma once
#include "core/base/cancel.h"
#include "core/library/hub_result.h"
#include <filesystem>
#include <functional>

namespace patchlight
{

/// Held until it dies, or its process does. The file stays: whoever removed it would let a third one in.
class FileLock
{
public:
    /// Waits as long as another holds it; `waiting` is told once a wait begins. Errors: Cancelled, CannotWrite.
    static HubResult<FileLock> take(
        const std::filesystem::path& file, const CancelToken& cancel, const std::function<void()>& waiting);
    /// Whether somebody holds it now.
    static bool isHeld(const std::filesystem::path& file);

    ~FileLock();
    FileLock(FileLock&& other) noexcept : m_file(other.m_file) { other.m_file = -1; }
    FileLock& operator=(FileLock&&) = delete;

private:
    explicit FileLock(int file) : m_file(file) { }
    int m_file;
};

}
