// ui/view/theme/paint.h: the few shapes that several painters share. All lengths are device-independent pixels.
#pragma once
#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;
class QWidget;

namespace patchlight::paint
{

/// Focus that came by the keyboard; a click does not draw a ring.
bool focusVisible(const QWidget&);
/// A 2 px accent ring just inside `rect`.
void focusRing(QPainter&, const QRectF& rect, double radius);

void roundedFill(QPainter&, const QRectF&, double radius, const QColor&);

struct Knob {
    bool enabled = true, hovered = false, focused = false;
};
void track(QPainter&, const QRectF& all, const QRectF& filled, bool enabled);
void knob(QPainter&, QPointF centre, Knob state);

/// An open arrow head of 8 px; 0° points down, 90° left, 180° up.
void chevron(QPainter&, QPointF centre, double degrees, const QColor&);
/// The small filled triangle after a value that opens a list.
void caret(QPainter&, QPointF centre, const QColor&);

/// Text on one line, elided at its end when `rect` is too narrow; returns the width it took.
double text(QPainter&, const QRectF& rect, const QString&, const QFont&, const QColor&,
    Qt::Alignment = Qt::AlignLeft | Qt::AlignVCenter);
double textWidth(const QFont&, const QString&);

/// A key cap with its letter, as in the status bar; returns its width. `left` is the middle of its left edge.
double keyCap(QPainter&, QPointF left, const QString& key);
double keyCapWidth(const QString& key);

}
