// core/record/window_cells.cpp
#include "core/record/window_cells.h"
#include <algorithm>
#include <numeric>

namespace patchlight
{
namespace
{

/// Which of three bands along one axis a rolled position belongs to: cells of different bands were not neighbours.
int band(int position, int size, const WindowLayout& windows)
{
    return position < size - windows.window ? 0 : position < size - windows.shift ? 1 : 2;
}

}

std::vector<int> windowRegions(const WindowLayout& windows, int window)
{
    std::vector<int> regions;
    for (int i = 0; i < windows.cells(); ++i) {
        const Cell cell = rolledCell(windows, window, i);
        regions.push_back(
            3 * band(cell.row, windows.padded.rows, windows) + band(cell.column, windows.padded.columns, windows));
    }
    if (std::all_of(regions.begin(), regions.end(), [&](int r) { return r == regions.front(); }))
        regions.clear();
    return regions;
}

std::vector<int> windowTokens(const LayerAttention& layer, int window)
{
    std::vector<int> tokens(static_cast<std::size_t>(layer.tokens));
    std::iota(tokens.begin(), tokens.end(), 0);
    if (!layer.windows)
        return tokens;
    for (int& token : tokens) {
        const Cell cell = originalCell(*layer.windows, window, token);
        const bool real = cell.row < layer.grid.rows && cell.column < layer.grid.columns;
        token = real ? cell.row * layer.grid.columns + cell.column : -1;
    }
    return tokens;
}

}
