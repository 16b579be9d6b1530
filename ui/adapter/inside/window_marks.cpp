// ui/adapter/inside/window_marks.cpp
#include "ui/adapter/inside/window_marks.h"
#include "core/record/window_cells.h"
#include "ui/adapter/inside/attention_row.h"
#include <QPainter>
#include <algorithm>
#include <limits>

namespace patchlight::inside
{
namespace
{

constexpr int kCellPixels = 24; ///< a side, of an enlarged window

/// Of cells of the block's grid: their places in the window.
std::vector<Cell> placesIn(const WindowCells& window, int width, const std::vector<Cell>& cells)
{
    std::vector<Cell> places;
    for (std::size_t i = 0; i < window.cells.size(); ++i)
        if (std::find(cells.begin(), cells.end(), window.cells[i]) != cells.end())
            places.push_back({static_cast<int>(i) / width, static_cast<int>(i) % width});
    return places;
}

}

std::optional<WindowCells> windowCells(const Subject& subject)
{
    const auto& layer = subject.attention();
    if (!layer.windows || layer.windows->windows().count() == 1)
        return std::nullopt;
    const int row = subject.row(), width = layer.windows->window;
    const auto at = placeOf(*layer.windows, {row / layer.grid.columns, row % layer.grid.columns});
    WindowCells window;
    window.followed = {at.inWindow / width, at.inWindow % width};
    for (const int token : windowTokens(layer, at.window)) {
        window.cells.push_back(token < 0 ? Cell{-1, -1} : Cell{token / layer.grid.columns, token % layer.grid.columns});
        window.tokens.push_back(token < 0 ? -1 : followedBy(subject, token));
    }
    return window;
}

Map windowMap(const Subject& subject, const Slice& row, Tint tint)
{
    auto window = windowCells(subject);
    if (!window || row.values.size() != window->cells.size()) {
        auto map = rowMap(subject, row, tint);
        map.frames = windowFrames(subject.attention());
        map.forbidden = forbiddenCells(subject);
        return map;
    }
    const int width = subject.attention().windows->window;
    Map map;
    map.values = Grid<float>({width, width}, row.values);
    map.origin = row.origin;
    map.tint = tint;
    map.forbidden = placesIn(*window, width, forbiddenCells(subject));
    map.window = std::move(window);
    return map;
}

Map withoutForbidden(Map map)
{
    for (const Cell cell : map.forbidden)
        map.values.at(cell) = std::numeric_limits<float>::quiet_NaN();
    if (!map.forbidden.empty())
        map.origin = {}; // no longer the array's own numbers, all of them
    return map;
}

Picture windowPicture(const Subject& subject, const WindowCells& window, GridSize grid, int width)
{
    Picture picture;
    picture.pixels = QImage(width * kCellPixels, width * kCellPixels, QImage::Format_RGB32);
    picture.pixels.fill(Qt::black);
    QPainter p(&picture.pixels);
    for (std::size_t i = 0; i < window.cells.size(); ++i) {
        const Cell cell = window.cells[i];
        const int at = static_cast<int>(i);
        if (cell.row >= 0)
            p.drawImage(QRect(at % width * kCellPixels, at / width * kCellPixels, kCellPixels, kCellPixels),
                patchPixels(*subject.analysis, grid, cell.row * grid.columns + cell.column));
    }
    picture.grid = {width, width};
    picture.lines = true;
    picture.crisp = true;
    if (grid == subject.attention().grid)
        picture.hidden = placesIn(window, width, forbiddenCells(subject));
    picture.window = window;
    return picture;
}

std::vector<Cell> forbiddenCells(const Subject& subject)
{
    std::vector<Cell> cells;
    const auto& layer = subject.attention();
    if (!layer.windows)
        return cells;
    const GridSize grid = layer.grid;
    const int row = subject.row();
    const auto at = placeOf(*layer.windows, {row / grid.columns, row % grid.columns});
    const auto regions = windowRegions(*layer.windows, at.window);
    if (regions.empty())
        return cells;
    const auto tokens = windowTokens(layer, at.window);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i] >= 0 && regions[i] != regions[static_cast<std::size_t>(at.inWindow)])
            cells.push_back({tokens[i] / grid.columns, tokens[i] % grid.columns});
    return cells;
}

QVector<QRect> windowFrames(const LayerAttention& layer)
{
    QVector<QRect> frames;
    if (!layer.windows)
        return frames;
    const auto& cut = *layer.windows;
    const auto bands = [&](int size, int shift) { // begin and end of what lies side by side along one axis
        QVector<std::pair<int, int>> parts;
        int begin = 0;
        for (int i = 1; i <= size; ++i)
            if (i == size || (i - shift) % cut.window == 0) {
                parts << std::pair{begin, i};
                begin = i;
            }
        return parts;
    };
    for (const auto& [top, bottom] : bands(layer.grid.rows, cut.shift.rows))
        for (const auto& [left, right] : bands(layer.grid.columns, cut.shift.columns))
            frames << QRect(left, top, right - left, bottom - top);
    return frames;
}

}
