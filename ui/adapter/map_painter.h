// ui/adapter/map_painter.h: the core's renderer for the canvas and the thumbnails; the exports use the same one.
#pragma once
#include "core/engine/output/map_look.h"
#include "core/engine/output/shown_heads.h"
#include "core/render/head_labels.h"
#include "ui/adapter/core_types.h"
#include <QColor>
#include <QImage>
#include <QRectF>
#include <QVector>

namespace patchlight
{

/// The colours of a map over `source` (picture pixels) at `pixels` device pixels: RGBA, opacity included, transparent
/// where nothing is to be drawn. Cost: a few milliseconds at 1024 × 768; any thread.
QImage overlayLayer(
    const Grid<float>& map, const InputGeometry& geometry, const Look& look, const QRectF& source, const QSize& pixels);
/// The same of a map that may be a picture of its own (Explanation::colours).
QImage overlayLayer(const Explanation& explanation, const InputGeometry& geometry, const Look& look,
    const QRectF& source, const QSize& pixels);
/// Heads over each other on the part of the picture that is `source`: opaque, with their numbers; what the network did
/// not see is not darkened.
QImage headsOverlay(const Analysis& analysis, bool networkInput, const HeadLayers& heads, const Look& look,
    const QRectF& source, const QSize& pixels);
/// A head's colour among others.
QColor headColourOf(int head);
/// What the canvas shows: the picture, or what the network saw of it, where there is such a thing.
struct ShownPicture {
    QImage pixels; ///< those of the analysis, not copied
    InputGeometry geometry; ///< of `pixels`
};
ShownPicture shownPicture(const AnalysisPtr& analysis, bool networkInput);
InputGeometry shownGeometry(const Analysis& analysis, bool networkInput);
/// One pixel per patch, for thumbnails that are scaled by their widget.
QImage patchImage(const Grid<float>& map, const Look& look);
/// 256 colours, lowest first.
QVector<QColor> colourTable(ColourMap map);
/// Least and greatest finite value, symmetric about zero for signed maps.
ValueRange mapRange(const Grid<float>& map, bool isSigned);

}
