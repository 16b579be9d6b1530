// core/render/head_layers.h: the heads of a layer over each other on the picture, each in a colour of its own.
#pragma once
#include "core/render/overlay.h"
#include <vector>

namespace patchlight
{

struct HeadLayer {
    int head = 0;
    Grid<float> map; ///< raw attention, on one grid for all heads
};
using HeadLayers = std::vector<HeadLayer>;

/// The same in every layer and picture. Sixteen that colour-blind eyes tell apart, too; head 16 has head 0's again.
Rgb headColour(int head);

// Every head keeps its own mass (`keepMass`); a patch that several heads keep belongs to the one that spends the
// largest share of its attention there. Where all is kept, a colour is as strong as the root of the value beside the
// head's own largest (or beside the look's range); of a threshold, what is kept is equally strong. The look's colours
// do not matter.

/// On the picture in grey (at opacity 0 as it is), with every head's number on the patch it looks at most.
Image renderHeadsOverlay(const Image& picture, const HeadLayers& heads, const InputGeometry& geometry, const Look& look,
    RectF source, int width, int height);
Image renderHeadsOverlay(
    const Image& picture, const HeadLayers& heads, const InputGeometry& geometry, const Look& look);
/// Colours only: RGBA, transparent where no head looks.
Image renderHeadsLayer(
    const HeadLayers& heads, const InputGeometry& geometry, const Look& look, RectF source, int width, int height);

}
