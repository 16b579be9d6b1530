// core/record/window_cells.h: where the cells of Swin's shifted windows come from.
#pragma once
#include "core/base/grid.h"
#include "core/record/attention_record.h"
#include "core/record/other_region.h"
#include <vector>

namespace patchlight
{

/// The cell at place `inWindow` (row-major) of a window, on the rolled and padded grid.
inline Cell rolledCell(const WindowLayout& windows, int window, int inWindow)
{
    const int across = windows.windows().columns;
    return {window / across * windows.window + inWindow / windows.window,
        window % across * windows.window + inWindow % windows.window};
}

/// A place along one axis before the roll; padding that was added after the roll stays where it is, outside the grid.
inline int unrolled(int position, int shift, int size)
{
    return position < size ? (position + shift) % size : position;
}

/// The same with the shift undone; may lie in the padding.
inline Cell originalCell(const WindowLayout& windows, int window, int inWindow)
{
    const Cell cell = rolledCell(windows, window, inWindow);
    return {unrolled(cell.row, windows.shift.rows, windows.rolled.rows),
        unrolled(cell.column, windows.shift.columns, windows.rolled.columns)};
}

struct WindowPlace {
    int window = 0;
    int inWindow = 0;
};

/// Where a cell of the grid went.
inline WindowPlace placeOf(const WindowLayout& windows, Cell cell)
{
    const int row = (cell.row - windows.shift.rows + windows.rolled.rows) % windows.rolled.rows;
    const int column = (cell.column - windows.shift.columns + windows.rolled.columns) % windows.rolled.columns;
    return {row / windows.window * windows.windows().columns + column / windows.window,
        row % windows.window * windows.window + column % windows.window};
}

/// Which of the nine regions of a rolled grid each cell of the window belongs to; empty where all agree.
std::vector<int> windowRegions(const WindowLayout& windows, int window);

/// Which tokens of the layer (of its sequence, or cells of its grid row by row) a window's rows and columns are;
/// −1 is padding. A plain ViT has one window with all tokens.
std::vector<int> windowTokens(const LayerAttention& layer, int window);

}
