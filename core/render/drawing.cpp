// core/render/drawing.cpp
#include "core/render/drawing.h"
#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>
#include <string_view>

namespace patchlight
{
namespace
{

constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
constexpr double kCapital = 21; ///< height of a capital letter of this font at scale 1

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSpellings{
    {{"·", "-"}, {"–", "-"}, {"—", "-"}, {"×", "x"}, {"…", "..."}, {"→", "->"}}};

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}

std::string asciiText(const std::string& text)
{
    std::string ascii;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        while (i + length < text.size() && continuesCharacter(text[i + length]))
            ++length;
        const std::string_view sign{text.data() + i, length};
        const auto* spelling
            = std::ranges::find(kSpellings, sign, &std::pair<std::string_view, std::string_view>::first);
        const bool plain = length == 1 && text[i] >= ' ' && text[i] <= '~';
        ascii += plain ? sign : spelling != kSpellings.end() ? spelling->second : "?";
        i += length;
    }
    return ascii;
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

void Page::text(const std::string& text, int x, int y, double height, Rgb colour, Align align)
{
    if (m_image.empty())
        return;
    const int width = textWidth(text, height);
    const int left = align == Align::Left ? x : align == Align::Centre ? x - width / 2 : x - width;
    cv::Mat page{m_image.height(), m_image.width(), CV_8UC3, m_image.data()};
    cv::putText(page, asciiText(text), {left, y}, kFont, height / kCapital,
        {double(colour.r), double(colour.g), double(colour.b)}, 1, cv::LINE_AA);
}

int Page::textWidth(const std::string& text, double height)
{
    int below = 0;
    return cv::getTextSize(asciiText(text), kFont, height / kCapital, 1, &below).width;
}

std::string Page::fitted(const std::string& text, double height, int width)
{
    std::string ascii = asciiText(text);
    if (textWidth(ascii, height) <= width)
        return ascii;
    while (!ascii.empty() && textWidth(ascii + "...", height) > width)
        ascii.pop_back();
    return ascii + "...";
}

}
