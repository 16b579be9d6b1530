// ui/view/inside/element_shapes.h: the parts of an element's rectangle, shared by painting and hitting.
#pragma once
#include "ui/adapter/inside/card.h"
#include <QFont>
#include <QRectF>
#include <optional>

namespace patchlight::elements
{

/// The drawing of a map, picture, matrix or crowd, without its caption.
QRectF bodyOf(const inside::Element& element, const QRectF& rect);
/// The patches laid over an element: whatever shows some is marked, pointed at and clicked alike.
struct PatchArea {
    QRectF rect; ///< of the whole grid; may reach beyond the drawing where the network sees black around the picture
    GridSize grid;
    std::optional<inside::WindowCells> window; ///< whose cells these are; none: the grid is that of the whole input
};
std::optional<PatchArea> patchArea(const inside::Element& element, const QRectF& rect);
/// Of some of its cells.
QRectF cellsOf(const PatchArea& area, const QRectF& cells);
/// Pixels or a badge stand before it.
bool hasToken(const inside::Strip& strip);
/// The coloured cells of a strip, between its label and its note.
QRectF stripBody(const inside::Strip& strip, const QRectF& rect);
QRectF shareRow(const inside::Shares& shares, const QRectF& rect, int row);
QString captionOf(const inside::Element& element);
QFont captionFont();
/// Of wrapped text at a width.
double textHeight(const QString& text, const QFont& font, double width);

}
