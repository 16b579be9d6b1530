// core/record/window_cells.cpp
#include "core/record/window_cells.h"
#include <algorithm>

namespace patchlight
{
namespace
{

/// Which of three bands along one axis a rolled position belongs to: cells of different bands were not neighbours.
int band(int position, int size, int window, int shift)
{
    return position < size - window ? 0 : position < size - shift ? 1 : 2;
}

}

std::vector<int> windowRegions(const WindowLayout& windows, int window)
{
    std::vector<int> regions;
    for (int i = 0; i < windows.cells(); ++i) {
        const Cell cell = rolledCell(windows, window, i);
        regions.push_back(3 * band(cell.row, windows.padded.rows, windows.window, windows.shift.rows)
            + band(cell.column, windows.padded.columns, windows.window, windows.shift.columns));
    }
    if (std::all_of(regions.begin(), regions.end(), [&](int r) { return r == regions.front(); }))
        regions.clear();
    return regions;
}

}
