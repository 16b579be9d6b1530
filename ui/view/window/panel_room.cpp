// ui/view/window/panel_room.cpp
#include "ui/view/window/panel_room.h"
#include <algorithm>

namespace patchlight
{

PanelRoom roomFor(QSize window, const PanelNeeds& needs)
{
    PanelRoom room;
    const int across = window.width() / 2;
    const int least = needs.left.least + needs.right.least;
    const int preferred = needs.left.preferred + needs.right.preferred;
    if (preferred <= across) {
        room.left = needs.left.preferred;
        room.right = needs.right.preferred;
    } else if (least <= across) { // what is left over the least goes to both alike
        const int spare = across - least;
        const int leftMore = (needs.left.preferred - needs.left.least) * spare / std::max(1, preferred - least);
        room.left = needs.left.least + leftMore;
        room.right = across - room.left;
    } else if (needs.left.least <= across) {
        room.left = std::min(needs.left.preferred, across);
    }
    if (room.left == 0 && needs.left.least == 0)
        room.right = needs.right.least <= across ? std::min(needs.right.preferred, across) : 0;
    room.mostHeads = window.height() / 2 - needs.bars;
    room.heads = needs.leastHeads <= room.mostHeads;
    return room;
}

}
