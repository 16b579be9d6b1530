// core/image/pnm_header.cpp: portable bitmaps, grey maps and pixmaps, plain and raw (netpbm's pbm, pgm, ppm).
#include "core/image/picture_header.h"
#include <cctype>

namespace patchlight
{
namespace
{

/// Numbers between blanks and comments.
class Numbers
{
public:
    explicit Numbers(std::span<const std::byte> bytes) : m_bytes(bytes) { }
    std::uint64_t next()
    {
        while (m_at < m_bytes.size() && (std::isspace(here()) != 0 || here() == '#'))
            if (here() == '#')
                while (m_at < m_bytes.size() && here() != '\n')
                    ++m_at;
            else
                ++m_at;
        std::uint64_t number = 0;
        for (; m_at < m_bytes.size() && std::isdigit(here()) != 0 && number < 1'000'000'000; ++m_at)
            number = number * 10 + static_cast<std::uint64_t>(here() - '0');
        return number;
    }
    std::size_t position() const { return m_at; }

private:
    int here() const { return std::to_integer<int>(m_bytes[m_at]); }
    std::span<const std::byte> m_bytes;
    std::size_t m_at = 2;
};

}

HeaderResult readPnmHeader(std::span<const std::byte> bytes)
{
    const char kind = std::to_integer<char>(bytes[1]);
    Numbers numbers{bytes};
    PictureHeader header{.format = PictureFormat::Pnm};
    header.width = numbers.next();
    header.height = numbers.next();
    const bool bits = kind == '1' || kind == '4';
    const auto most = bits ? 1 : numbers.next();
    if (header.width == 0 || header.height == 0 || most == 0 || most > 65535 || header.width > 1'000'000
        || header.height > 1'000'000)
        return fail(ErrorCode::Malformed, "is damaged: its head states no size");
    header.bitsPerSample = most > 255 ? 16 : 8;
    const std::uint64_t samples = header.width * (kind == '3' || kind == '6' ? 3 : 1);
    const auto row = kind == '4' ? (header.width + 7) / 8 : samples * (most > 255 ? 2 : 1);
    if (kind >= '4' && row * header.height + numbers.position() + 1 > bytes.size())
        return fail(ErrorCode::Malformed, "is truncated: the end of the picture is missing");
    return header;
}

}
