// core/render/head_figure.cpp: the page of pixels; the one of vectors stands beside the other SVG figure.
#include "core/render/head_figure.h"
#include "core/render/drawing.h"
#include "core/render/title_lines.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr Rgb kHeadsPaper{255, 255, 255}, kHeadsInk{27, 31, 36};
constexpr double kLegendText = 10;
constexpr int kHeadsMargin = 20, kHeadsTitle = 34, kHeadsTitleLine = 18, kHeadsGap = 18, kLegendRow = 24, kSwatch = 16;

Image swatch(Rgb colour)
{
    Image square{kSwatch, kSwatch};
    for (std::size_t i = 0; i < static_cast<std::size_t>(kSwatch) * kSwatch; ++i)
        std::copy_n(&colour.r, 3, square.data() + 3 * i);
    return square;
}

/// Rows down a column, as many columns as the picture's height asks for.
struct Legend {
    int rows, columns, width;

    Legend(const Lettering& letters, const std::vector<HeadLegendEntry>& heads, int height)
        : rows(std::max(1, height / kLegendRow)), columns(1), width(0)
    {
        const int count = static_cast<int>(heads.size());
        columns = std::max(1, (count + rows - 1) / rows);
        rows = std::max(1, (count + columns - 1) / columns);
        for (const auto& head : heads)
            width = std::max(width, kSwatch + 8 + letters.width(headName(head), kLegendText) + kHeadsGap);
    }
    int x(int place) const { return place / rows * width; }
    int y(int place) const { return place % rows * kLegendRow; }
};

}

std::string headName(const HeadLegendEntry& entry)
{
    return "head " + std::to_string(entry.head) + (entry.covered ? " (covered)" : "");
}

Image renderHeadsFigure(const Image& picture, const HeadLayers& heads, const InputGeometry& geometry, const Look& look,
    const std::string& title, int side)
{
    if (picture.empty())
        return {};
    const double scale = static_cast<double>(side) / std::max(picture.width(), picture.height());
    const auto scaled = [scale](int length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
    const int wide = scaled(picture.width()), high = scaled(picture.height());
    const RectF whole{0, 0, static_cast<double>(picture.width()), static_cast<double>(picture.height())};
    const auto entries = headLegend(heads, look);
    const Lettering letters;
    const Legend legend{letters, entries, high};
    const int left = kHeadsMargin + wide + kHeadsGap;
    const int width = left + legend.columns * legend.width + kHeadsMargin - kHeadsGap;
    const auto lines = titleLines(
        title, width - 2 * kHeadsMargin, [&](const auto& text) { return letters.width(text, kLegendText); });
    const int top = kHeadsMargin + kHeadsTitle + (static_cast<int>(lines.size()) - 1) * kHeadsTitleLine;
    Page page{width, top + std::max(high, legend.rows * kLegendRow) + kHeadsMargin, kHeadsPaper};
    for (int i = 0; i < static_cast<int>(lines.size()); ++i)
        page.write(letters.line(letters.fitted(lines[static_cast<std::size_t>(i)], kLegendText, width - 2 * kHeadsMargin), kLegendText),
            kHeadsMargin, kHeadsMargin + 12 + i * kHeadsTitleLine, kHeadsInk);
    page.place(renderHeadsOverlay(picture, heads, geometry, look, whole, wide, high), kHeadsMargin, top);
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
        const auto& head = entries[static_cast<std::size_t>(i)];
        const int x = left + legend.x(i), y = top + legend.y(i);
        page.place(swatch(headColour(head.head)), x, y);
        page.write(letters.line(headName(head), kLegendText), x + kSwatch + 8, y + kSwatch - 3, kHeadsInk);
    }
    return std::move(page).take();
}

}
