// core/render/sheet.cpp
#include "core/render/sheet.h"
#include "core/render/drawing.h"
#include "core/render/overlay.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr Rgb kBackground{27, 30, 36}, kLabel{152, 161, 174}; ///< the window's dark panel and its dim text
constexpr double kLabelHeight = 9;
constexpr int kSheetMargin = 12, kGap = 4, kFusedGap = 12, kHeadingHeight = 24, kRowLabelWidth = 36, kSheetTitle = 22;

struct Layout {
    int tile = 0, columns = 0, rows = 0;
    int title = 0; ///< its room

    /// The last column stands apart.
    int left(int column) const
    {
        const int fused = column == columns - 1 && columns > 1 ? kFusedGap : 0;
        return kSheetMargin + kRowLabelWidth + column * (tile + kGap) + fused;
    }
    int headings() const { return kSheetMargin + title + kHeadingHeight - 10; } ///< their base line
    int top(int row) const { return kSheetMargin + title + kHeadingHeight + row * (tile + kGap); }
    int width() const { return left(columns - 1) + tile + kSheetMargin; }
    int height() const { return top(rows - 1) + tile + kSheetMargin; }
};

Layout layoutOf(const Sheet& sheet, int tile)
{
    std::size_t columns = sheet.columnTitles.size();
    for (const auto& row : sheet.maps)
        columns = std::max(columns, row.size());
    return {
        tile, static_cast<int>(std::max<std::size_t>(columns, 1)), std::max(1, static_cast<int>(sheet.maps.size())),
        sheet.title.empty() ? 0 : kSheetTitle};
}

Image tileOf(const Grid<float>& map, bool isSigned, Look look, int side)
{
    look.range = look.range.value_or(rangeOf(map, isSigned));
    return renderHeatMap(map, look, side, side);
}

void drawLabels(Page& page, const Sheet& sheet, const Layout& layout)
{
    const Lettering letters;
    const auto write = [&](const std::string& text, int x, int y, Align align) {
        page.write(letters.line(text, kLabelHeight), x, y, kLabel, align);
    };
    for (int column = 0; column < static_cast<int>(sheet.columnTitles.size()); ++column)
        write(sheet.columnTitles[static_cast<std::size_t>(column)], layout.left(column) + layout.tile / 2,
            layout.headings(), Align::Centre);
    if (!sheet.rowsTitle.empty())
        write(sheet.rowsTitle, kSheetMargin + kRowLabelWidth - 12, layout.headings(), Align::Right);
    if (!sheet.title.empty())
        write(sheet.title, kSheetMargin, kSheetMargin + kSheetTitle - 10, Align::Left);
    for (int row = 0; row < static_cast<int>(sheet.maps.size()); ++row)
        write(std::to_string(row), kSheetMargin + kRowLabelWidth - 12,
            layout.top(row) + (layout.tile + static_cast<int>(kLabelHeight)) / 2, Align::Right);
}

}

Image renderSheet(const Sheet& sheet, const Look& look, int tile)
{
    const Layout layout = layoutOf(sheet, std::max(1, tile));
    Page page{layout.width(), layout.height(), kBackground};
    drawLabels(page, sheet, layout);
    for (int row = 0; row < static_cast<int>(sheet.maps.size()); ++row) {
        const auto& maps = sheet.maps[static_cast<std::size_t>(row)];
        for (int column = 0; column < static_cast<int>(maps.size()); ++column)
            page.place(tileOf(maps[static_cast<std::size_t>(column)], sheet.isSigned, look, layout.tile),
                layout.left(column), layout.top(row));
    }
    return std::move(page).take();
}

}
