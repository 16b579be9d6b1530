// core/image/tiff_directory.h: the tags of a TIFF's first page; EXIF blocks have the same structure.
#pragma once
#include "core/base/byte_reader.h"
#include <optional>

namespace patchlight
{

/// Classic TIFF and BigTIFF, either byte order. TIFF 6.0 specification, section 2.
class TiffDirectory
{
public:
    /// Empty where the bytes do not start with a TIFF header or the first directory lies outside them.
    static std::optional<TiffDirectory> open(std::span<const std::byte> bytes);

    /// Where the values of a whole-number tag lie.
    struct Entry {
        int width = 0; ///< bytes per value
        std::uint64_t count = 0, data = 0;
    };
    /// Empty where the tag is absent. Cost: one pass over the directory, of at most 4096 entries.
    std::optional<Entry> entry(int tag) const;
    std::optional<std::uint64_t> value(const Entry& entry, std::uint64_t index) const;

    bool has(int tag) const { return entry(tag).has_value(); }
    /// The first value of a tag.
    std::uint64_t valueOr(int tag, std::uint64_t fallback) const;
    /// Where a tag's single inline value lies in the file.
    std::optional<std::uint64_t> inlineOffset(int tag) const;
    bool littleEndian() const { return m_order == ByteReader::Order::Little; }

private:
    TiffDirectory(std::span<const std::byte> bytes, ByteReader::Order order, bool big)
        : m_reader(bytes, order), m_order(order), m_big(big)
    {
    }
    ByteReader m_reader;
    ByteReader::Order m_order;
    bool m_big;
    std::uint64_t m_entries = 0, m_first = 0;
};

}
