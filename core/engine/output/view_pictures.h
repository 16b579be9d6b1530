// core/engine/output/view_pictures.h: features, filters and positions as pictures.
#pragma once
#include "core/base/image.h"
#include "core/base/nd_array.h"
#include "core/explain/features/position_similarity.h"
#include "core/render/colour_map.h"

namespace patchlight
{

/// rgb [rows, columns, 3] in [0, 1]; `cell` × `cell` pixels for each.
Image coloursPicture(const NdArray& rgb, int cell);

/// filters [count, P, P, 3] in [0, 1], side by side in about a square, row by row; about `side` pixels wide.
Image filtersPicture(const NdArray& filters, int side);

/// One tile per patch, at its place, showing its likeness to all patches: −1 is the lowest colour, 1 the highest.
/// About `side` pixels wide, never less than one pixel a patch of a tile.
Image positionsPicture(const PositionSimilarity& positions, ColourMap colours, int side);

}
