// core/explain/query_cells.h: a query's cells, always of the input grid, on the grid of a layer or a map, and back.
#pragma once
#include "core/base/grid.h"
#include <vector>

namespace patchlight
{

/// The cell of the grid `to` that holds `cell` of the finer grid `from`. Swin's stages halve a grid and round up, so
/// the cell's row and column are halved as often; grids that no halving connects are laid over each other.
Cell cellHolding(Cell cell, GridSize from, GridSize to);
/// A cell of the finer grid `to` in the middle of `cell` of `from`; cellHolding leads back to it.
Cell cellInside(Cell cell, GridSize from, GridSize to);
/// cellHolding of all, each once, in their order.
std::vector<Cell> cellsHolding(const std::vector<Cell>& cells, GridSize from, GridSize to);

}
