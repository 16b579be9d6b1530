// core/engine/output/map_look.h: the one place that decides with which colours and over which values a map is drawn.
#pragma once
#include "core/explain/request.h"
#include "core/render/look.h"

namespace patchlight
{

/// Two-sided colours for a signed map, whatever was chosen: one-sided ones would hide the sign.
ColourMap coloursFor(bool isSigned, ColourMap chosen);

/// The choice made complete for one map: its colours, and its own range (symmetric where signed) where none was chosen.
Look lookFor(const Grid<float>& map, bool isSigned, const Look& chosen);
Look lookFor(const Explanation& explanation, const Look& chosen);

}
