// core/base/mapped_file.h: the bytes of a file without copying them.
#pragma once
#include "core/base/result.h"
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace patchlight
{

/// Read-only mapping; lives as long as somebody holds it. Where the file is cut short meanwhile, or its disk fails,
/// what is gone reads as zeros (SIGBUS would end the program) and lostReads() counts; whoever reads asks it afterwards,
/// as guarded() does.
class MappedFile
{
public:
    /// Errors: NotFound, Unreadable (a folder, no permission). An empty file maps to an empty span.
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::span<const std::byte> bytes() const { return {m_data, m_size}; }

private:
    MappedFile(const std::byte* data, std::size_t size) : m_data(data), m_size(size) { }
    const std::byte* m_data;
    std::size_t m_size;
};

/// How often bytes of a mapped file were read that the system could not give, in this process.
unsigned long lostReads();

/// Gives memory back that a mapped file's bytes take in this process; they come back from the system's cache when they
/// are read again. Bytes that lie in no mapping of ours are left alone. Cost: one system call.
void releaseMapped(std::span<const std::byte> part);

}
