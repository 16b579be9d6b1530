// core/base/byte_reader.h: bounds-checked numbers at any place of an untrusted file, in either byte order.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace patchlight
{

/// Reads never leave the span: past its end they are empty. Offsets are 64 bits, so a lying header cannot wrap them.
class ByteReader
{
public:
    enum class Order { Little, Big };
    ByteReader(std::span<const std::byte> bytes, Order order) : m_bytes(bytes), m_order(order) { }

    std::uint64_t size() const { return m_bytes.size(); }
    bool holds(std::uint64_t offset, std::uint64_t count) const { return offset <= size() && count <= size() - offset; }

    /// An unsigned number of `width` bytes (1 to 8).
    std::optional<std::uint64_t> number(std::uint64_t offset, int width) const
    {
        if (!holds(offset, static_cast<std::uint64_t>(width)))
            return std::nullopt;
        std::uint64_t value = 0;
        for (int i = 0; i < width; ++i) {
            const int from = m_order == Order::Big ? i : width - 1 - i;
            value = value << 8 | std::to_integer<std::uint64_t>(m_bytes[offset + static_cast<std::uint64_t>(from)]);
        }
        return value;
    }
    /// Whether these very characters are at `offset`.
    bool has(std::uint64_t offset, std::string_view text) const
    {
        if (!holds(offset, text.size()))
            return false;
        return std::string_view{reinterpret_cast<const char*>(m_bytes.data()) + offset, text.size()} == text;
    }
    /// At most `count` bytes from `offset`; fewer at the end.
    std::span<const std::byte> part(std::uint64_t offset, std::uint64_t count) const
    {
        if (offset >= size())
            return {};
        return m_bytes.subspan(offset, count < size() - offset ? count : size() - offset);
    }

private:
    std::span<const std::byte> m_bytes;
    Order m_order;
};

}
