// core/render/marks.h: rings around patches that stand out.
#pragma once
#include "core/base/image.h"
#include "core/image/input_geometry.h"
#include <vector>

namespace patchlight
{

/// White between black, about two thirds of a patch wide, at the middle of each patch of a grid laid over the input.
void drawMarks(Image& picture, const InputGeometry& geometry, GridSize grid, const std::vector<Cell>& marks);

}
