// core/base/cells.h: pixels shared out to cells, also where they do not divide evenly.
#pragma once

namespace patchlight
{

/// First pixel of cell `index` of `cells` that share `pixels` out; cell number `cells` would begin behind the last.
constexpr int cellStart(int index, int cells, int pixels)
{
    return (index * pixels + cells - 1) / cells;
}

}
