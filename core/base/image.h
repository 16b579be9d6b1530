// core/base/image.h: 8-bit pixels in memory, RGB or RGBA, rows packed without padding.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace patchlight
{

/// Value type; a moved-from or default Image is empty. Alpha, where there is one, is not premultiplied.
class Image
{
public:
    Image() = default;
    Image(int width, int height, int channels = 3)
        : m_width(width), m_height(height), m_channels(channels),
          m_pixels(static_cast<std::size_t>(width) * height * channels)
    {
    }

    int width() const { return m_width; }
    int height() const { return m_height; }
    int channels() const { return m_channels; } ///< 3 (RGB) or 4 (RGBA)
    bool empty() const { return m_pixels.empty(); }
    std::size_t bytesPerRow() const { return static_cast<std::size_t>(m_width) * m_channels; }

    std::uint8_t* data() { return m_pixels.data(); }
    const std::uint8_t* data() const { return m_pixels.data(); }
    std::uint8_t* row(int y) { return data() + bytesPerRow() * y; }
    const std::uint8_t* row(int y) const { return data() + bytesPerRow() * y; }
    std::uint8_t* pixel(int x, int y) { return row(y) + static_cast<std::size_t>(x) * m_channels; }
    const std::uint8_t* pixel(int x, int y) const { return row(y) + static_cast<std::size_t>(x) * m_channels; }

    bool operator==(const Image&) const = default;

private:
    int m_width = 0;
    int m_height = 0;
    int m_channels = 3;
    std::vector<std::uint8_t> m_pixels;
};

}
