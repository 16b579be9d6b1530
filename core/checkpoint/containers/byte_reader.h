// core/checkpoint/containers/byte_reader.h: little-endian numbers from untrusted bytes, never past their end.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace patchlight
{

/// Reads forward; after the first read that does not fit, `ok()` is false and everything reads as zero or empty.
class ByteReader
{
public:
    explicit ByteReader(std::span<const std::byte> bytes, std::size_t position = 0)
        : m_bytes(bytes), m_position(position), m_ok(position <= bytes.size())
    {
    }

    bool ok() const { return m_ok; }
    std::size_t position() const { return m_position; }
    std::size_t left() const { return m_ok ? m_bytes.size() - m_position : 0; }

    template <class T> T number()
    {
        T value{};
        const auto part = take(sizeof(T));
        if (part.size() == sizeof(T))
            std::memcpy(&value, part.data(), sizeof(T)); // this program runs on little-endian machines
        return value;
    }

    std::span<const std::byte> take(std::uint64_t count)
    {
        if (!m_ok || count > left()) {
            m_ok = false;
            return {};
        }
        const auto part = m_bytes.subspan(m_position, static_cast<std::size_t>(count));
        m_position += static_cast<std::size_t>(count);
        return part;
    }

    std::string_view text(std::uint64_t count)
    {
        const auto part = take(count);
        return {reinterpret_cast<const char*>(part.data()), part.size()};
    }

    /// Up to the next line feed, which is taken too.
    std::string_view line()
    {
        const std::string_view rest{reinterpret_cast<const char*>(m_bytes.data()) + m_position, left()};
        const auto end = rest.find('\n');
        if (!m_ok || end == std::string_view::npos) {
            m_ok = false;
            return {};
        }
        m_position += end + 1;
        return rest.substr(0, end);
    }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_position;
    bool m_ok;
};

}
