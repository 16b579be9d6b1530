// ui/adapter/inside/window_marks.h: what a window allows, drawn on a block's grid.
#pragma once
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// Cells of the followed token's window that were no neighbours before the shift.
std::vector<Cell> forbiddenCells(const Subject& subject);
/// The parts that each window has on the grid: one, or up to four where the shift wrapped it around.
QVector<QRect> windowFrames(const LayerAttention& layer);

}
