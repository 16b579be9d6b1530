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

/// Relevance of a patch lies mostly on that patch itself, beside which all others would be black. Where it is more than
/// twice all others, colours run without it: then this is true, and whoever draws the map says so.
bool leavesOutTheQuery(const Explanation& explanation);
/// Every value is 0.
bool saysNothing(const Explanation& explanation);
/// The map over whose values the colours run: NaN where the query is left out.
Grid<float> mapOfColours(const Explanation& explanation);
/// Over which values the colours run where none were chosen.
ValueRange ownRange(const Explanation& explanation);

}
