// core/render/line_figure.cpp
#include "core/render/line_figure.h"
#include "core/base/formatted.h"
#include "core/render/xml_text.h"
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

constexpr int kSide = 320, kPanelGap = 48, kLegendLine = 18;
// Okabe and Ito's colours: told apart with any colour vision.
constexpr std::array kColours{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c8c8c"};

std::string text(int x, int y, const std::string& words, const char* colour = "#8c8c8c")
{
    return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" fill=\"" + colour
        + "\" font-family=\"sans-serif\" font-size=\"13\">" + xmlEscaped(words) + "</text>\n";
}

std::string curve(const Line& line, int left, int top, const char* colour)
{
    std::string points;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        points += formatted("%.2f,%.2f ",
            left
                + static_cast<double>(kSide) * static_cast<double>(i)
                    / static_cast<double>(std::max<std::size_t>(1, line.values.size() - 1)),
            top + kSide * (1 - std::clamp(line.values[i], 0.0, 1.0)));
    }
    return "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + std::string{colour} + "\" points=\"" + points
        + "\"/>\n";
}

std::string panelSvg(const LinePanel& panel, int left)
{
    const auto side = std::to_string(kSide);
    std::string svg = text(left, 24, panel.title) + "<rect x=\"" + std::to_string(left) + "\" y=\"36\" width=\"" + side
        + "\" height=\"" + side + "\" fill=\"none\" stroke=\"#8c8c8c\"/>\n";
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
        const char* colour = kColours.at(i % kColours.size());
        svg += curve(panel.lines[i], left, 36, colour);
        svg += text(left, 36 + kSide + kLegendLine * static_cast<int>(i + 1), panel.lines[i].label, colour);
    }
    return svg;
}

}

std::string lineFigure(const std::vector<LinePanel>& panels)
{
    std::size_t lines = 0;
    for (const auto& panel : panels)
        lines = std::max(lines, panel.lines.size());
    const int width = kPanelGap + static_cast<int>(panels.size()) * (kSide + kPanelGap);
    const int height = 36 + kSide + kLegendLine * static_cast<int>(lines + 1);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(width) + "\" height=\""
        + std::to_string(height) + "\">\n";
    for (std::size_t i = 0; i < panels.size(); ++i)
        svg += panelSvg(panels[i], kPanelGap + static_cast<int>(i) * (kSide + kPanelGap));
    return svg + "</svg>\n";
}

}
