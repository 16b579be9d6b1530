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

    /// How many values a tag holds; 0 where it is absent.
    std::uint64_t count(int tag) const;
    /// One value of a whole-number tag.
    std::optional<std::uint64_t> value(int tag, std::uint64_t index = 0) const;
    std::uint64_t valueOr(int tag, std::uint64_t fallback) const { return value(tag).value_or(fallback); }
    /// Where a tag's single inline value lies in the file.
    std::optional<std::uint64_t> inlineOffset(int tag) const;
    bool littleEndian() const { return m_order == ByteReader::Order::Little; }

private:
    TiffDirectory(std::span<const std::byte> bytes, ByteReader::Order order, bool big)
        : m_reader(bytes, order), m_order(order), m_big(big)
    {
    }
    struct Entry {
        int width = 0; ///< bytes per value
        std::uint64_t count = 0, data = 0;
    };
    std::optional<Entry> entry(int tag) const;

    ByteReader m_reader;
    ByteReader::Order m_order;
    bool m_big;
    std::uint64_t m_entries = 0, m_first = 0;
};

}
