// core/engine/output/map_look.cpp
#include "core/engine/output/map_look.h"
#include "core/render/overlay.h"

namespace patchlight
{

ColourMap coloursFor(bool isSigned, ColourMap chosen)
{
    return isSigned && !colourMapInfo(chosen).diverging ? ColourMap::BlueRed : chosen;
}

Look lookFor(const Grid<float>& map, bool isSigned, const Look& chosen)
{
    Look look = chosen;
    look.colours = coloursFor(isSigned, chosen.colours);
    look.range = chosen.range.value_or(rangeOf(map, isSigned));
    return look;
}

Look lookFor(const Explanation& explanation, const Look& chosen)
{
    return lookFor(explanation.map, explanation.isSigned, chosen);
}

}
