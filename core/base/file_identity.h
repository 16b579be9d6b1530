// core/base/file_identity.h: which file it was that was loaded, whatever happens to its name afterwards.
#pragma once
#include "core/base/result.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace patchlight
{

/// Holds a file open, so that it stays the same one when another takes its name. Thread: any.
class FileIdentity
{
public:
    /// Errors: NotFound, Unreadable.
    static Result<std::shared_ptr<const FileIdentity>> of(const std::filesystem::path& path);
    ~FileIdentity();
    FileIdentity(const FileIdentity&) = delete;
    FileIdentity& operator=(const FileIdentity&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// Nothing was written to it and nothing cut off since. Errors: Unreadable, saying so. Cost: one system call.
    Result<void> unchanged() const;
    /// Whether `other` is the same file in the same state. Cost: none.
    bool sameAs(const FileIdentity& other) const { return m_stamp == other.m_stamp; }
    /// Of its bytes, read once and remembered. Errors: Unreadable (it changed before anybody asked). Cost: the first
    /// time, reading the file.
    Result<std::string> sha256() const;

private:
    /// What the system says of a file; a write changes the time.
    struct Stamp {
        std::uint64_t device = 0, number = 0;
        std::int64_t size = 0, seconds = 0, nanoseconds = 0;
        bool operator==(const Stamp&) const = default;
    };
    FileIdentity(std::filesystem::path path, int file, Stamp stamp)
        : m_path(std::move(path)), m_file(file), m_stamp(stamp)
    {
    }
    static Stamp stampOf(int file);

    std::filesystem::path m_path;
    int m_file;
    Stamp m_stamp;
    mutable std::mutex m_mutex;
    mutable std::string m_sha256; ///< empty until asked for
};
using FileIdentityPtr = std::shared_ptr<const FileIdentity>;

}
