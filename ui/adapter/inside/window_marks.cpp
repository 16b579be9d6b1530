// ui/adapter/inside/window_marks.cpp
#include "ui/adapter/inside/window_marks.h"
#include "core/record/window_cells.h"

namespace patchlight::inside
{

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
