// core/render/colour_layers.h: maps that are pictures of their own, laid on the picture like any other.
#pragma once
#include "core/render/overlay.h"
#include <vector>

namespace patchlight
{

// `channels`: red, green and blue in [0, 1], all on one grid. The look's colours, range and threshold do not matter.

Image renderColoursOverlay(
    const Image& picture, const std::vector<Grid<float>>& channels, const InputGeometry& geometry, const Look& look);
/// Colours only: RGBA, transparent where the network did not look.
Image renderColoursLayer(const std::vector<Grid<float>>& channels, const InputGeometry& geometry, const Look& look,
    RectF source, int width, int height);
/// The colours alone, RGB; about `side` pixels at the longer side.
Image renderColoursAlone(const std::vector<Grid<float>>& channels, const Look& look, int side);

}
