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

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kSpellings{{{"·", "-"}, {"\u2212", "-"},
    {"–", "-"}, {"—", "-"}, {"×", "x"}, {"…", "..."}, {"→", "->"}, {"⁻", "^-"}, {"⁰", "^0"}, {"¹", "^1"}, {"²", "^2"},
    {"³", "^3"}, {"⁴", "^4"}, {"⁵", "^5"}, {"⁶", "^6"}, {"⁷", "^7"}, {"⁸", "^8"}, {"⁹", "^9"}}};

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::string_view spelled(std::string_view sign)
{
    if (sign.size() == 1 && sign[0] >= ' ' && sign[0] <= '~')
        return sign;
    const auto* spelling = std::ranges::find(kSpellings, sign, &std::pair<std::string_view, std::string_view>::first);
    return spelling != kSpellings.end() ? spelling->second : "?";
}

}

std::string asciiText(const std::string& text)
{
    std::string ascii;
    bool wasRaised = false;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        while (i + length < text.size() && continuesCharacter(text[i + length]))
            ++length;
        const std::string_view piece = spelled({text.data() + i, length});
        const bool raised = piece.size() > 1 && piece.front() == '^';
        ascii += piece.substr(raised && wasRaised ? 1 : 0); // 10⁻⁶ is 10^-6
        wasRaised = raised;
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
