// ui/view/inside/element_shapes.h: the parts of an element's rectangle, shared by painting and hitting.
#pragma once
#include "ui/adapter/inside/card.h"
#include <QFont>
#include <QRectF>

namespace patchlight::elements
{

/// The drawing of a map, picture, matrix or crowd, without its caption.
QRectF bodyOf(const inside::Element& element, const QRectF& rect);
/// The coloured cells of a strip, between its label and its note.
/// Pixels or a badge stand before it.
bool hasToken(const inside::Strip& strip);
QRectF stripBody(const inside::Strip& strip, const QRectF& rect);
QRectF shareRow(const inside::Shares& shares, const QRectF& rect, int row);
QString captionOf(const inside::Element& element);
QFont captionFont();
/// Of wrapped text at a width.
double textHeight(const QString& text, const QFont& font, double width);

}
