// core/render/drawing.cpp
#include "core/render/drawing.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{

void stampInk(Image& image, const InkedLine& line, int x, int y, Rgb colour)
{
    const int left = x + line.left, top = y + line.top;
    for (int row = std::max(0, -top); row < std::min(line.ink.rows(), image.height() - top); ++row)
        for (int column = std::max(0, -left); column < std::min(line.ink.columns(), image.width() - left); ++column) {
            const int ink = line.ink.at({row, column});
            auto* pixel = image.pixel(left + column, top + row);
            for (int i = 0; i < 3; ++i)
                pixel[i] = static_cast<std::uint8_t>((pixel[i] * (255 - ink) + (&colour.r)[i] * ink + 127) / 255);
        }
}

Page::Page(int width, int height, Rgb background) : m_image(width, height)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(width) * height; ++i)
        std::copy_n(&background.r, 3, m_image.data() + 3 * i);
}

void Page::place(const Image& image, int x, int y)
{
    const int left = std::max(0, -x);
    const int count = std::min(image.width(), m_image.width() - x) - left;
    for (int row = std::max(0, -y); row < std::min(image.height(), m_image.height() - y) && count > 0; ++row)
        std::copy_n(image.pixel(left, row), static_cast<std::size_t>(count) * 3, m_image.pixel(x + left, y + row));
}

void Page::write(const InkedLine& line, int x, int y, Rgb colour, Align align)
{
    const int width = static_cast<int>(std::ceil(line.width));
    const int left = align == Align::Left ? x : align == Align::Centre ? x - width / 2 : x - width;
    stampInk(m_image, line, left, y, colour);
}

}
