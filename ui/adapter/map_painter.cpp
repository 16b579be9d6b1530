// ui/adapter/map_painter.cpp: calls core/render and hands its pixels to Qt.
#include "ui/adapter/map_painter.h"
#include "core/render/colour_layers.h"
#include "core/render/overlay.h"
#include "ui/adapter/qimage_bridge.h"

namespace patchlight
{

QImage overlayLayer(
    const Grid<float>& map, const InputGeometry& geometry, const Look& look, const QRectF& source, const QSize& pixels)
{
    if (map.empty() || pixels.isEmpty())
        return {};
    const RectF area{source.x(), source.y(), source.width(), source.height()};
    return toQImage(renderLayer(map, geometry, look, area, pixels.width(), pixels.height()));
}

QImage overlayLayer(const Explanation& explanation, const InputGeometry& geometry, const Look& look,
    const QRectF& source, const QSize& pixels)
{
    if (explanation.colours.empty())
        return overlayLayer(explanation.map, geometry, look, source, pixels);
    if (pixels.isEmpty())
        return {};
    const RectF area{source.x(), source.y(), source.width(), source.height()};
    return toQImage(renderColoursLayer(explanation.colours, geometry, look, area, pixels.width(), pixels.height()));
}

QImage headsOverlay(const Analysis& analysis, bool networkInput, const HeadLayers& heads, const Look& look,
    const QRectF& source, const QSize& pixels)
{
    if (pixels.isEmpty())
        return {};
    Look plain = look;
    plain.dimOutside = plain.patchGrid = false; // the canvas draws both itself
    const Image& picture = networkInput && !analysis.seen.empty() ? analysis.seen : analysis.picture;
    const RectF area{source.x(), source.y(), source.width(), source.height()};
    return toQImage(renderHeadsOverlay(
        picture, heads, shownGeometry(analysis, networkInput), plain, area, pixels.width(), pixels.height()));
}

QColor headColourOf(int head)
{
    const Rgb colour = headColour(head);
    return {colour.r, colour.g, colour.b};
}

InputGeometry shownGeometry(const Analysis& analysis, bool networkInput)
{
    const bool input = networkInput && !analysis.seen.empty();
    return input ? InputGeometry::identity(analysis.geometry.input()) : analysis.geometry;
}

ShownPicture shownPicture(const AnalysisPtr& analysis, bool networkInput)
{
    const bool input = networkInput && !analysis->seen.empty();
    const Image& pixels = input ? analysis->seen : analysis->picture;
    return {sharedQImage({analysis, &pixels}), shownGeometry(*analysis, networkInput)};
}

QImage patchImage(const Grid<float>& map, const Look& look)
{
    if (map.empty())
        return {};
    Look plain = look;
    plain.interpolation = Interpolation::Patches;
    plain.patchGrid = false;
    return toQImage(renderHeatMap(map, plain, map.columns(), map.rows()));
}

QVector<QColor> colourTable(ColourMap map)
{
    QVector<QColor> table;
    for (const auto& colour : colours(map))
        table << QColor(colour.r, colour.g, colour.b);
    return table;
}

ValueRange mapRange(const Grid<float>& map, bool isSigned)
{
    return rangeOf(map, isSigned);
}

}
