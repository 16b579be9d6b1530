// core/base/byte_cursor.h: a file's bytes read one thing after the other.
#pragma once
#include "core/base/byte_reader.h"

namespace patchlight
{

/// Little-endian. After the first read that does not fit, `ok()` is false and everything reads as zero or empty.
class ByteCursor
{
public:
    explicit ByteCursor(std::span<const std::byte> bytes, std::uint64_t position = 0)
        : m_reader(bytes, ByteReader::Order::Little), m_position(position), m_ok(position <= bytes.size())
    {
    }

    bool ok() const { return m_ok; }
    std::size_t position() const { return static_cast<std::size_t>(m_position); }
    std::uint64_t left() const { return m_ok ? m_reader.size() - m_position : 0; }

    /// A whole number; a signed one in two's complement.
    template <class T> T number()
    {
        const auto value = m_reader.number(m_position, sizeof(T));
        return take(sizeof(T)).empty() ? T{} : static_cast<T>(*value);
    }

    std::span<const std::byte> take(std::uint64_t count)
    {
        m_ok = m_ok && count <= left();
        if (!m_ok)
            return {};
        const auto part = m_reader.part(m_position, count);
        m_position += count;
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
        const auto rest = m_reader.part(m_position, left());
        const auto end = std::string_view{reinterpret_cast<const char*>(rest.data()), rest.size()}.find('\n');
        if (end == std::string_view::npos) {
            m_ok = false;
            return {};
        }
        return text(end + 1).substr(0, end);
    }

private:
    ByteReader m_reader;
    std::uint64_t m_position;
    bool m_ok;
};

}
