// core/render/overlay.h: a map on its picture. One renderer for canvas, export and command line.
#pragma once
#include "core/base/grid.h"
#include "core/base/image.h"
#include "core/image/input_geometry.h"
#include "core/render/look.h"

namespace patchlight
{

/// Minimum and maximum of the finite values; signed: symmetric about zero. {0, 1} for a map without any.
ValueRange rangeOf(const Grid<float>& map, bool isSigned);
/// Keeps the largest values that together hold `share` of the sum; the others become NaN (not drawn).
Grid<float> keepMass(const Grid<float>& map, float share);

/// The map laid on the picture where the network looked: the picture's own size, RGB. NaN cells stay uncoloured.
Image renderOverlay(const Image& picture, const Grid<float>& map, const InputGeometry& geometry, const Look& look);
/// The same restricted and scaled to a target: `source` in picture pixels is drawn into width × height pixels.
/// Cost: proportional to the target; 1024 × 768 within a few milliseconds, any thread.
Image renderOverlay(const Image& picture, const Grid<float>& map, const InputGeometry& geometry, const Look& look,
    RectF source, int width, int height);
/// Colours only: RGBA, transparent where the network did not look or the query cannot see.
Image renderLayer(
    const Grid<float>& map, const InputGeometry& geometry, const Look& look, RectF source, int width, int height);
/// The map alone at `width` × `height` pixels (thumbnails, heat map), RGB; NaN cells a quiet grey.
Image renderHeatMap(const Grid<float>& map, const Look& look, int width, int height);
/// Transparent picture-sized RGBA: alpha grows with the value.
Image renderAlpha(const Grid<float>& map, const InputGeometry& geometry, const Look& look);

}
