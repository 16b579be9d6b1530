// core/image/decode_gif.cpp: LZW with codes of 3 to 12 bits, least significant bit first.
#include "core/image/decode_gif.h"
#include "core/image/gif_blocks.h"
#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace patchlight
{
namespace
{

/// The bits of a chain of blocks.
class Bits
{
public:
    Bits(const ByteReader& file, std::uint64_t at) : m_file(file), m_at(at) { }

    /// Nothing behind the last.
    std::optional<unsigned> next(int width)
    {
        while (m_count < width) {
            if (m_left == 0) {
                m_left = m_file.number(m_at++, 1).value_or(0);
                if (m_left == 0)
                    return std::nullopt;
            }
            const auto byte = m_file.number(m_at++, 1);
            if (!byte)
                return std::nullopt;
            --m_left;
            m_bits |= static_cast<unsigned>(*byte) << m_count;
            m_count += 8;
        }
        const unsigned code = m_bits & ((1U << width) - 1);
        m_bits >>= width;
        m_count -= width;
        return code;
    }

private:
    const ByteReader& m_file;
    std::uint64_t m_at, m_left = 0;
    unsigned m_bits = 0;
    int m_count = 0;
};

/// Strings of colours, each another one and a colour more.
class Strings
{
public:
    explicit Strings(int width) : m_first(width) { clear(); }
    unsigned clearCode() const { return 1U << m_first; }
    unsigned endCode() const { return clearCode() + 1; }
    int width() const { return m_width; }
    void clear()
    {
        m_count = endCode() + 1;
        m_width = m_first + 1;
        m_before = kNone;
    }

    /// Appends what `code` stands for; false for one that stands for nothing.
    bool take(unsigned code, std::vector<std::uint8_t>& pixels)
    {
        const bool fresh = code == m_count && m_before != kNone; // the string before and its own first colour
        if (code > m_count || (code == m_count && !fresh) || code == clearCode() || code == endCode())
            return false;
        const auto start = pixels.size();
        for (unsigned at = fresh ? m_before : code; at != kNone; at = at < clearCode() ? kNone : m_parents[at])
            pixels.push_back(at < clearCode() ? static_cast<std::uint8_t>(at) : m_colours[at]);
        std::reverse(pixels.begin() + static_cast<std::ptrdiff_t>(start), pixels.end());
        const auto colour = pixels[start];
        if (fresh)
            pixels.push_back(colour);
        if (m_before != kNone && m_count < kMost) {
            m_parents[m_count] = static_cast<std::uint16_t>(m_before);
            m_colours[m_count] = colour;
            ++m_count;
            if (m_count == 1U << m_width && m_width < 12)
                ++m_width;
        }
        m_before = code;
        return true;
    }

private:
    static constexpr unsigned kMost = 4096, kNone = ~0U;
    int m_first, m_width = 0;
    unsigned m_count = 0, m_before = kNone;
    std::array<std::uint16_t, kMost> m_parents{};
    std::array<std::uint8_t, kMost> m_colours{};
};

/// The frame's pixels in the order of the file; fewer where its codes run out or mean nothing.
std::vector<std::uint8_t> unpacked(const ByteReader& file, const GifFrame& frame)
{
    const auto count = static_cast<std::size_t>(frame.width * frame.height);
    const auto width = file.number(frame.data, 1).value_or(0);
    std::vector<std::uint8_t> pixels;
    if (width < 2 || width > 8)
        return pixels;
    Strings strings(static_cast<int>(width));
    Bits bits(file, frame.data + 1);
    while (pixels.size() < count) {
        const auto code = bits.next(strings.width());
        if (!code || *code == strings.endCode())
            break;
        if (*code == strings.clearCode())
            strings.clear();
        else if (!strings.take(*code, pixels))
            return {};
    }
    pixels.resize(std::min(pixels.size(), count));
    return pixels;
}

/// Which row of the frame stands at each place of the file.
std::vector<std::uint64_t> rowOrder(const GifFrame& frame)
{
    struct Pass {
        std::uint64_t first, step;
    };
    constexpr std::array<Pass, 4> interlaced{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    std::vector<std::uint64_t> rows;
    for (const auto& pass : frame.interlaced ? std::span<const Pass>{interlaced} : std::span<const Pass>{})
        for (auto row = pass.first; row < frame.height; row += pass.step)
            rows.push_back(row);
    for (std::uint64_t row = 0; !frame.interlaced && row < frame.height; ++row)
        rows.push_back(row);
    return rows;
}

}

Result<void> decodeGif(std::span<const std::byte> bytes, Image& picture)
{
    const ByteReader file{bytes, ByteReader::Order::Little};
    const auto frame = firstGifFrame(file);
    const auto damaged = [](const char* reason) { return fail(ErrorCode::Malformed, std::string{"is damaged: "} + reason); };
    if (!frame || frame->colours == 0 || !file.holds(frame->palette, 3 * frame->colours))
        return damaged("it has no table of colours");
    const auto screenWidth = static_cast<std::uint64_t>(picture.width()), screenHeight = static_cast<std::uint64_t>(picture.height());
    if (frame->left + frame->width > screenWidth || frame->top + frame->height > screenHeight)
        return damaged("its first frame reaches past its size");
    const auto pixels = unpacked(file, *frame);
    if (pixels.size() < frame->width * frame->height)
        return damaged("its pixels break off");
    std::array<std::uint8_t, 3 * 256> palette{}; // colours past its end are black
    for (std::uint64_t i = 0; i < 3 * frame->colours; ++i)
        palette[i] = std::to_integer<std::uint8_t>(bytes[frame->palette + i]);
    const auto paint = [&](std::uint64_t x, std::uint64_t y, unsigned colour) {
        std::copy_n(palette.data() + 3 * (colour & 0xFF), 3, picture.pixel(static_cast<int>(x), static_cast<int>(y)));
    };
    for (std::uint64_t y = 0; y < screenHeight; ++y)
        for (std::uint64_t x = 0; x < screenWidth; ++x)
            paint(x, y, frame->transparent.value_or(0));
    const auto rows = rowOrder(*frame);
    for (std::uint64_t y = 0; y < frame->height; ++y)
        for (std::uint64_t x = 0; x < frame->width; ++x)
            paint(frame->left + x, frame->top + rows[y], pixels[y * frame->width + x]);
    return {};
}

}
