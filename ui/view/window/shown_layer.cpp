// ui/view/window/shown_layer.cpp
#include "ui/view/window/shown_layer.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/map_painter.h"

namespace patchlight
{

Look ownLook(const Explanation& explanation, Look look)
{
    if (explanation.isSigned)
        look.colours = ColourMap::BlueRed; // a sequential map would hide the sign
    look.range
        = showsHeads(explanation, look) ? std::nullopt : std::optional(ownRange(explanation)); // else each its own
    return look;
}

QVector<QPoint> hiddenCells(const Interventions& run)
{
    QVector<QPoint> cells;
    for (const Cell cell : run.hidden)
        cells << QPoint(cell.column, cell.row);
    return cells;
}

namespace
{

/// A legend for the bar; the values under the cursor stay those of the map, the heads' mean.
void showHeads(MapLayer& layer, const ShownMapPtr& shown, HeadLayers heads, const Look& look, bool networkInput)
{
    layer.colours.clear();
    for (const auto& each : headLegend(heads, look))
        layer.legend << std::pair(headColourOf(each.head).rgb(), headLegendText(each.head, each.covered));
    layer.renderer = [shown, heads = std::move(heads), look, networkInput](const QRectF& source, const QSize& pixels) {
        return headsOverlay(*shown->analysis, networkInput, heads, look, source, pixels);
    };
}

}

MapLayer layerOf(const ShownMapPtr& shown, Look look, bool networkInput)
{
    const Explanation& explanation = shown->explanation;
    const auto& values = explanation.map.values();
    const InputGeometry geometry = shownGeometry(*shown->analysis, networkInput);
    const RectF field = geometry.fieldOfView();
    const GridSize patches = shown->analysis->tokens.grid;
    look.patchGrid = false;
    MapLayer layer;
    layer.field = {field.x, field.y, field.width, field.height};
    layer.grid = {explanation.map.columns(), explanation.map.rows()};
    if (explanation.colours.empty()) { // else neither numbers nor a scale say what is seen
        layer.values
            = MapValues(QVector<float>(values.begin(), values.end()), layer.grid, {patches.columns, patches.rows});
        for (const QColor& colour : colourTable(look.colours))
            layer.colours << colour.rgb();
    }
    for (const Cell mark : explanation.marks)
        layer.marks << QPoint(mark.column, mark.row);
    if (look.range) {
        layer.low = look.range->low;
        layer.high = look.range->high;
    }
    if (showsHeads(explanation, look))
        if (auto heads = headsOf(*shown->analysis, explanation)) {
            showHeads(layer, shown, std::move(*heads), look, networkInput);
            return layer;
        }
    layer.renderer = [geometry, shown, look](const QRectF& source, const QSize& pixels) {
        return overlayLayer(shown->explanation, geometry, look, source, pixels);
    };
    return layer;
}

}
