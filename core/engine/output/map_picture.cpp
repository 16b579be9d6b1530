// core/engine/output/map_picture.cpp
#include "core/engine/output/map_picture.h"
#include "core/engine/output/contact_sheet.h"
#include "core/engine/output/map_look.h"
#include "core/engine/output/shown_heads.h"
#include "core/engine/output/title.h"
#include "core/explain/methods.h"
#include "core/explain/query_cells.h"
#include "core/render/colour_layers.h"
#include "core/render/head_figure.h"
#include "core/render/marks.h"
#include "core/render/overlay.h"
#include "core/render/sheet.h"
#include "core/render/titled_picture.h"

namespace patchlight
{
namespace
{

constexpr int kTilePixels = 72;
constexpr int kFigurePixels = 512;
constexpr int kHeadsFigurePixels = 768;

/// The picture and geometry of a frame.
struct Canvas {
    const Image& picture;
    InputGeometry geometry;
};
Canvas canvasOf(const Analysis& analysis, ExportFrame frame)
{
    if (frame == ExportFrame::Original)
        return {analysis.picture, analysis.geometry};
    return {analysis.seen, InputGeometry::identity(analysis.geometry.input())};
}

RectF wholeOf(GridSize size)
{
    return {0, 0, static_cast<double>(size.columns), static_cast<double>(size.rows)};
}

Image overlayOf(const Canvas& canvas, const Explanation& explanation, const Look& look)
{
    if (!explanation.colours.empty())
        return renderColoursOverlay(canvas.picture, explanation.colours, canvas.geometry, look);
    auto picture = renderOverlay(canvas.picture, explanation.map, canvas.geometry, look);
    if (look.opacity > 0) // marks are part of the map
        drawMarks(picture, canvas.geometry, explanation.map.size(), explanation.marks);
    return picture;
}

/// Of figures: what the title names as hidden and asked, as the canvas shows it.
Image named(Image picture, const Canvas& canvas, const Analysis& analysis, const Explanation& explanation)
{
    const GridSize patches = analysis.tokens.grid, grid = explanation.map.empty() ? patches : explanation.map.size();
    const Query& query = explanation.request.query;
    drawHidden(picture, canvas.geometry, patches, analysis.interventions.hidden);
    if (query.kind == Query::Kind::Patches && methodInfo(explanation.request.method).reads.has(Parameter::Query))
        drawFrame(picture, canvas.geometry, grid, cellsHolding(query.cells, patches, grid), query.inverse);
    return picture;
}

bool isFigure(ExportKind kind)
{
    return kind == ExportKind::Svg || kind == ExportKind::Pdf || kind == ExportKind::Figure;
}

Image transparentOf(const InputGeometry& geometry, const Explanation& explanation, const Look& look)
{
    if (explanation.colours.empty())
        return renderAlpha(explanation.map, geometry, look);
    const GridSize size = geometry.picture();
    return renderColoursLayer(explanation.colours, geometry, look, wholeOf(size), size.columns, size.rows);
}

Image heatMapOf(const Explanation& explanation, const Look& look, const std::string& title)
{
    if (!explanation.colours.empty())
        return renderColoursAlone(explanation.colours, look, kFigurePixels);
    return renderFigure(
        explanation.map, explanation.isSigned, look, title, kFigurePixels);
}

/// Heads over each other as the kind has them, in the look that was chosen: the map's own range is no head's.
Result<Image> headsPicture(
    const Canvas& canvas, const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    const Look& look = request.look;
    const auto heads = headsOf(analysis, explanation);
    if (!heads)
        return fail(heads.error());
    const GridSize size = canvas.geometry.picture();
    if (request.kind == ExportKind::Heads)
        return renderHeadsFigure(canvas.picture, *heads, canvas.geometry, look,
            request.title.value_or(headsTitle(analysis, explanation, look)), kHeadsFigurePixels);
    if (request.kind == ExportKind::Transparent)
        return renderHeadsLayer(*heads, canvas.geometry, look, wholeOf(size), size.columns, size.rows);
    auto picture = renderHeadsOverlay(canvas.picture, *heads, canvas.geometry, look);
    return isFigure(request.kind) ? named(std::move(picture), canvas, analysis, explanation) : picture;
}

/// Where no range is chosen, every tile is drawn over its own.
Result<Image> sheetOf(const Analysis& analysis, const Query& query, const ExportRequest& request)
{
    auto sheet = contactSheet(analysis, query, request.sheetWords);
    if (!sheet)
        return fail(sheet.error());
    Look look = request.look;
    look.colours = coloursFor(sheet->isSigned, look.colours);
    return renderSheet(*sheet, look, kTilePixels);
}

Result<std::string> headsSvg(
    const Canvas& canvas, const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    const auto heads = headsOf(analysis, explanation);
    if (!heads)
        return fail(heads.error());
    return svgHeadsFigure(
        named(renderHeadsOverlay(canvas.picture, *heads, canvas.geometry, request.look), canvas, analysis, explanation),
        headLegend(*heads, request.look), request.title.value_or(headsTitle(analysis, explanation, request.look)),
        request.parts);
}

}

namespace
{

Result<Image> pictureOf(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    const auto canvas = canvasOf(analysis, request.frame);
    const bool drawsHeads = exportFormat(request.kind).follows.has(Drawing::Heads);
    if (request.kind == ExportKind::Heads || (drawsHeads && showsHeads(explanation, request.look)))
        return headsPicture(canvas, analysis, explanation, request);
    const Look look = lookFor(explanation, request.look);
    switch (request.kind) {
    case ExportKind::HeatMap:
        return heatMapOf(explanation, look, request.title.value_or(figureTitle(analysis, explanation, !request.look.range)));
    case ExportKind::Transparent:
        return transparentOf(canvas.geometry, explanation, look);
    case ExportKind::Sheet:
        return sheetOf(analysis, request.sheetQuery.value_or(explanation.request.query), request);
    default: {
        auto overlay = overlayOf(canvas, explanation, look);
        return isFigure(request.kind) ? named(std::move(overlay), canvas, analysis, explanation) : overlay;
    }
    }
}

}

Result<Image> exportImage(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    auto picture = pictureOf(analysis, explanation, request);
    if (picture && exportFormat(request.kind).throughLayers)
        return withTitleAbove(*picture, layersTitle(analysis, explanation.request, request.layerWords));
    return picture;
}

Result<std::string> svgOf(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request)
{
    if (!explanation.colours.empty())
        return fail(ErrorCode::Unsupported, "these colours have no scale to draw a figure of; write .png instead");
    if (showsHeads(explanation, request.look))
        return headsSvg(canvasOf(analysis, request.frame), analysis, explanation, request);
    const Look look = lookFor(explanation, request.look);
    const auto canvas = canvasOf(analysis, request.frame);
    return svgFigure(named(overlayOf(canvas, explanation, look), canvas, analysis, explanation), explanation.map,
        explanation.isSigned, look, request.title.value_or(figureTitle(analysis, explanation, !request.look.range)), request.parts);
}

}
