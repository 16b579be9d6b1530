// core/render/stroke_text.cpp
#include "core/render/stroke_text.h"
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

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kSpellings{
    {{"·", "-"}, {"\u2212", "-"}, {"–", "-"}, {"—", "-"}, {"×", "x"}, {"…", "..."}, {"→", "->"}}};

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

InkedLine strokeLine(const std::string& text, double height)
{
    const std::string ascii = asciiText(text);
    const double scale = height / kCapital;
    int below = 0;
    const cv::Size size = cv::getTextSize(ascii, kFont, scale, 1, &below);
    if (size.empty())
        return {};
    InkedLine line{Grid<std::uint8_t>{GridSize{size.height + below + 2, size.width + 2}}, -1, -size.height - 1, double(size.width)};
    cv::Mat ink{line.ink.rows(), line.ink.columns(), CV_8UC1, line.ink.values().data()};
    cv::putText(ink, ascii, {1, size.height + 1}, kFont, scale, cv::Scalar::all(255), 1, cv::LINE_AA);
    return line;
}

}
