// core/render/fill_gaps.h: stand-in values for empty cells, so that interpolation next to them stays honest.
#pragma once
#include "core/base/grid.h"

namespace patchlight
{

/// Cells that are not finite take the mean of their finite neighbours, ring after ring; the others stay as they are.
/// A map without any value becomes zeros. The stand-ins are never drawn.
Grid<float> withoutGaps(const Grid<float>& map);

}
