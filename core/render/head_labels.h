// core/render/head_labels.h: every head's number on the picture, for eyes and papers that colours do not reach.
#pragma once
#include "core/render/head_layers.h"

namespace patchlight
{

/// Where a head's number is written: of the patches that belong to it, the one it looks at most.
struct HeadLabel {
    int head = 0;
    Cell cell;
};
/// One for each head that has a patch of its own; of masks of more than six heads, whose colours come close, one for
/// each area.
std::vector<HeadLabel> headLabels(const HeadLayers& heads, const Look& look);

/// What the colours mean: every head, whether it has a patch of its own or others cover all it keeps.
struct HeadLegendEntry {
    int head = 0;
    bool covered = false;
};
std::vector<HeadLegendEntry> headLegend(const HeadLayers& heads, const Look& look);

/// On a picture of which `source` (picture pixels) was drawn; RGB. Numbers are as large as the patches allow; patches
/// that they would hide have none.
void drawHeadLabels(
    Image& image, const HeadLayers& heads, const InputGeometry& geometry, const Look& look, RectF source);

}
