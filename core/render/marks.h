// core/render/marks.h: what is drawn on patches: rings, hatching, a frame. Lines grow with the picture.
#pragma once
#include "core/base/image.h"
#include "core/image/input_geometry.h"
#include <vector>

namespace patchlight
{

/// White between black, about two thirds of a patch wide, at the middle of each patch of a grid laid over the input.
void drawMarks(Image& picture, const InputGeometry& geometry, GridSize grid, const std::vector<Cell>& marks);
/// Patches that the network is not shown: dark, hatched in white.
void drawHidden(Image& picture, const InputGeometry& geometry, GridSize grid, const std::vector<Cell>& hidden);
/// One frame around all of `cells`, white between black; dashed where it is asked who looks at them.
void drawFrame(
    Image& picture, const InputGeometry& geometry, GridSize grid, const std::vector<Cell>& cells, bool dashed);

}
