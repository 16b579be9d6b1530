// ui/adapter/inside/window_marks.h: what a window allows, drawn on a block's grid.
#pragma once
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// Cells of the followed token's window that were no neighbours before the shift.
std::vector<Cell> forbiddenCells(const Subject& subject);
/// The followed token's window as the network has it, where it is one of several: a window that the shift wrapped around
/// in one piece.
std::optional<WindowCells> windowCells(const Subject& subject);
/// A row's numbers on that window, each in its place; on the block's grid where there is one window only.
Map windowMap(const Subject& subject, const Slice& row, Tint tint);
/// Without the numbers of the cells that the mask shuts out: −100 there would leave no colour for the others.
Map withoutForbidden(Map map);
/// The pixels of cells of `grid`, `width` of them in a row; those of the followed window that the mask shuts out crossed.
Picture windowPicture(const Subject& subject, const WindowCells& part, GridSize grid, int width);
/// The parts that each window has on the grid: one, or up to four where the shift wrapped it around.
QVector<QRect> windowFrames(const LayerAttention& layer);

}
