// core/render/figure.cpp: a heat map with title and colour bar on white paper.
#include "core/render/colour_bar.h"
#include "core/render/drawing.h"
#include "core/render/overlay.h"
#include "core/render/sheet.h"
#include "core/render/title_lines.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr Rgb kPaper{255, 255, 255}, kInk{27, 31, 36};
constexpr double kTextHeight = 10;
constexpr int kTicks = 5, kMargin = 20, kTitleHeight = 34, kTitleLine = 18, kBarGap = 18, kBarWidth = 16, kTickGap = 8;

/// The map's own proportions with `side` as its longer side.
GridSize mapSize(const Grid<float>& map, int side)
{
    const int longer = std::max({1, map.rows(), map.columns()});
    const auto scaled
        = [&](int cells) { return std::max(1, static_cast<int>(std::lround(double(side) * cells / longer))); };
    return {scaled(map.rows()), scaled(map.columns())};
}

int widestTick(const Lettering& letters, const std::vector<Tick>& ticks)
{
    int widest = 0;
    for (const Tick& tick : ticks)
        widest = std::max(widest, letters.width(tick.text, kTextHeight));
    return widest;
}

}

Image renderFigure(const Grid<float>& map, bool isSigned, const Look& look, const std::string& title, int side)
{
    const Lettering letters;
    Look drawn = look;
    drawn.range = look.range.value_or(rangeOf(map, isSigned));
    const GridSize size = mapSize(map, std::max(16, side));
    const auto ticks = colourBarTicks(*drawn.range, kTicks);
    const int barLeft = kMargin + size.columns + kBarGap;
    const int width = barLeft + kBarWidth + kTickGap + widestTick(letters, ticks) + kMargin;
    const auto lines = titleLines(title, width - 2 * kMargin, [&](const auto& text) { return letters.width(text, kTextHeight); });
    const int top = kMargin + kTitleHeight + (static_cast<int>(lines.size()) - 1) * kTitleLine;
    Page page{width, top + size.rows + kMargin, kPaper};
    for (int i = 0; i < static_cast<int>(lines.size()); ++i)
        page.write(letters.line(letters.fitted(lines[static_cast<std::size_t>(i)], kTextHeight, width - 2 * kMargin), kTextHeight),
            kMargin, kMargin + 12 + i * kTitleLine, kInk);
    page.place(renderHeatMap(map, drawn, size.columns, size.rows), kMargin, top);
    page.place(renderColourBar(look.colours, kBarWidth, size.rows), barLeft, top);
    for (const Tick& tick : ticks) {
        const int centre = top + static_cast<int>(std::lround((1 - tick.position) * (size.rows - 1)));
        const int baseLine = std::clamp(centre + 5, top + static_cast<int>(kTextHeight), top + size.rows);
        page.write(letters.line(tick.text, kTextHeight), barLeft + kBarWidth + kTickGap, baseLine, kInk);
    }
    return std::move(page).take();
}

}
