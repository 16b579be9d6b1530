// core/checkpoint/containers/zip.h: zip archives whose stored entries are used where they lie.
#pragma once
#include "core/base/mapped_file.h"
#include <cstdint>
#include <string>
#include <vector>

namespace patchlight
{

struct ZipEntry {
    std::string name;
    bool deflated = false;
    std::uint64_t size = 0; ///< bytes when unpacked
    std::uint32_t crc = 0;
    std::span<const std::byte> packed; ///< inside the mapping
};

/// Bytes and what keeps them alive: the mapping, or a buffer they were inflated into.
struct OwnedBytes {
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> owner;
};

/// Reads the central directory (zip64 too). Entries that overlap, as in a zip bomb, are refused.
/// Source: PKWARE APPNOTE 6.3.9, sections 4.3 and 4.5.3.
class ZipArchive
{
public:
    /// Errors: Malformed, Unreadable (cut off), Unsupported (encrypted, packed by another method, in several parts).
    static Result<ZipArchive> open(std::shared_ptr<const MappedFile> file, const std::string& name);

    const std::vector<ZipEntry>& entries() const { return m_entries; }
    const ZipEntry* find(std::string_view name) const;
    /// A stored entry in place, a deflated one inflated; all inflated ones together may take eight times the file and
    /// a margin. `check`: compare the checksum of a stored entry too. Errors: Malformed.
    Result<OwnedBytes> read(const ZipEntry& entry, bool check);

private:
    std::shared_ptr<const MappedFile> m_file;
    std::string m_name;
    std::vector<ZipEntry> m_entries;
    std::uint64_t m_inflateLeft = 0;
};

}
