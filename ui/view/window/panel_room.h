// ui/view/window/panel_room.h: which panels a window has room for beside its picture.
#pragma once
#include "ui/view/window/panel.h"
#include <QSize>

namespace patchlight
{

/// What stands beside and under the picture, in pixels. A panel that is folded by choice has widths of 0.
struct PanelNeeds {
    PanelWidths left, right;
    int bars = 0; ///< top bar, status strip, scrubber: always there
    int leastHeads = 0; ///< the heads' panel with its edge; 0: folded by choice
};

struct PanelRoom {
    int left = 0, right = 0; ///< widths; 0: no room
    bool heads = true;
    int mostHeads = 0; ///< pixels that they may take
};

/// The picture keeps half of the window in width and in height. Side panels become narrower first, then the right one
/// folds, then the left one; the heads become lower, then fold. A pure function.
PanelRoom roomFor(QSize window, const PanelNeeds& needs);

}
