// core/image/tiff_directory.cpp
#include "core/image/tiff_directory.h"

namespace patchlight
{
namespace
{

/// Bytes of one value of the types that hold whole numbers; 0 for the others.
int widthOfType(std::uint64_t type)
{
    switch (type) {
    case 1: // BYTE
    case 7: // UNDEFINED: bytes of any meaning, as colour profiles are
        return 1;
    case 3: // SHORT
        return 2;
    case 4: // LONG
    case 13: // IFD
        return 4;
    case 16: // LONG8
    case 18: // IFD8
        return 8;
    default:
        return 0;
    }
}

}

std::optional<TiffDirectory> TiffDirectory::open(std::span<const std::byte> bytes)
{
    const ByteReader text{bytes, ByteReader::Order::Little};
    if (!text.has(0, "II") && !text.has(0, "MM"))
        return std::nullopt;
    const auto order = text.has(0, "II") ? ByteReader::Order::Little : ByteReader::Order::Big;
    const ByteReader reader{bytes, order};
    const auto version = reader.number(2, 2);
    if (version != 42U && version != 43U)
        return std::nullopt;
    TiffDirectory directory{bytes, order, version == 43U};
    const auto start = directory.m_big ? reader.number(8, 8) : reader.number(4, 4);
    const int countWidth = directory.m_big ? 8 : 2;
    const auto entries = start ? reader.number(*start, countWidth) : std::nullopt;
    if (!entries || *entries == 0 || *entries > 4096)
        return std::nullopt;
    directory.m_entries = *entries;
    directory.m_first = *start + static_cast<std::uint64_t>(countWidth);
    return directory;
}

std::optional<TiffDirectory::Entry> TiffDirectory::entry(int tag) const
{
    const std::uint64_t size = m_big ? 20 : 12;
    for (std::uint64_t i = 0; i < m_entries; ++i) {
        const std::uint64_t at = m_first + i * size;
        if (m_reader.number(at, 2) != static_cast<std::uint64_t>(tag))
            continue;
        const int width = widthOfType(m_reader.number(at + 2, 2).value_or(0));
        const auto count = m_reader.number(at + 4, m_big ? 8 : 4);
        const std::uint64_t slot = at + (m_big ? 12 : 8);
        if (width == 0 || !count || *count > m_reader.size())
            return std::nullopt;
        const std::uint64_t bytes = *count * static_cast<std::uint64_t>(width);
        const bool fits = bytes <= (m_big ? 8U : 4U);
        const auto data = fits ? std::optional{slot} : m_reader.number(slot, m_big ? 8 : 4);
        if (!data)
            return std::nullopt;
        return Entry{width, *count, *data};
    }
    return std::nullopt;
}

std::optional<std::uint64_t> TiffDirectory::value(const Entry& entry, std::uint64_t index) const
{
    if (index >= entry.count || entry.data > m_reader.size())
        return std::nullopt;
    return m_reader.number(entry.data + index * static_cast<std::uint64_t>(entry.width), entry.width);
}

std::uint64_t TiffDirectory::valueOr(int tag, std::uint64_t fallback) const
{
    const auto found = entry(tag);
    return found ? value(*found, 0).value_or(fallback) : fallback;
}

std::optional<std::uint64_t> TiffDirectory::inlineOffset(int tag) const
{
    const auto found = entry(tag);
    return found && found->count == 1 && found->width <= 4 ? std::optional{found->data} : std::nullopt;
}

}
