// ui/view/window/panel_room.cpp
#include "ui/view/window/panel_room.h"
#include <algorithm>

namespace patchlight
{

PanelRoom roomFor(QSize window, const PanelWishes& wishes)
{
    PanelRoom room;
    const int across = window.width() / 2;
    const int least = wishes.left.least + wishes.right.least;
    const int wished = wishes.left.wished + wishes.right.wished;
    if (wished <= across) {
        room.left = wishes.left.wished;
        room.right = wishes.right.wished;
    } else if (least <= across) { // what is left over the least goes to both alike
        const int spare = across - least;
        const int leftMore = (wishes.left.wished - wishes.left.least) * spare / std::max(1, wished - least);
        room.left = wishes.left.least + leftMore;
        room.right = across - room.left;
    } else if (wishes.left.least <= across) {
        room.left = std::min(wishes.left.wished, across);
    }
    if (room.left == 0 && wishes.left.least == 0)
        room.right = wishes.right.least <= across ? std::min(wishes.right.wished, across) : 0;
    room.mostHeads = window.height() / 2 - wishes.bars;
    room.heads = wishes.leastHeads <= room.mostHeads;
    return room;
}

}
