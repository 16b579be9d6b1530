// ui/view/inside/element_view.h: size, painting and hit of one element of a card.
#pragma once
#include "ui/view/inside/card_layout.h"

namespace patchlight::elements
{

struct Ink {
    QPainter& p;
    const NumberColours& colours;
    const FollowedMark& mark;
    QString lit;
};

/// Size at most `room` wide, caption included.
QSizeF sizeOf(const inside::Element& element, double room);
void paint(Ink& ink, const inside::Element& element, const QRectF& rect);
CardHit hitAt(const inside::Element& element, const QRectF& rect, QPointF point, const FollowedMark& mark);
/// The patch under the pointer, as on the map.
void paintPointedAt(QPainter& p, const QRectF& patch);
bool isSign(const inside::Element& element);

}
