// core/engine/output/map_look.cpp
#include "core/engine/output/map_look.h"
#include "core/explain/methods.h"
#include "core/render/overlay.h"
#include <algorithm>
#include <cmath>
#include <limits>

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
    Look look = lookFor(explanation.map, explanation.isSigned, chosen);
    look.range = chosen.range.value_or(ownRange(explanation));
    return look;
}

namespace
{

constexpr float kDominates = 2; ///< times the greatest of all others

/// The map without the cells that were asked; empty where they are not of its grid.
Grid<float> withoutQuery(const Explanation& explanation)
{
    Grid<float> others = explanation.map;
    for (const Cell cell : explanation.request.query.cells) {
        if (cell.row >= others.rows() || cell.column >= others.columns())
            return {};
        others.at(cell) = std::numeric_limits<float>::quiet_NaN();
    }
    return others;
}

}

bool leavesOutTheQuery(const Explanation& explanation)
{
    const auto& method = methodInfo(explanation.request.method);
    const auto& query = explanation.request.query;
    const bool asksPatches = method.reads.has(Parameter::Query) && query.kind == Query::Kind::Patches;
    if (method.needs != Needs::Class || !asksPatches || query.cells.empty() || explanation.isSigned)
        return false;
    const Grid<float> others = withoutQuery(explanation);
    if (others.empty())
        return false;
    const float highest = rangeOf(others, false).high;
    return highest > 0 && rangeOf(explanation.map, false).high > kDominates * highest;
}

bool saysNothing(const Explanation& explanation)
{
    const auto& values = explanation.map.values();
    return explanation.colours.empty() && !values.empty()
        && std::ranges::all_of(values, [](float value) { return std::isnan(value) || value == 0; });
}

Grid<float> mapOfColours(const Explanation& explanation)
{
    return leavesOutTheQuery(explanation) ? withoutQuery(explanation) : explanation.map;
}

ValueRange ownRange(const Explanation& explanation)
{
    return rangeOf(mapOfColours(explanation), explanation.isSigned);
}

}
