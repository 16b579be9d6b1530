// ui/view/theme/paint.cpp: shared shapes.
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

namespace patchlight::paint
{

bool focusVisible(const QWidget& widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void focusRing(QPainter& p, const QRectF& rect, double radius)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(Theme::current().accent, 1.5));
    p.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
    p.restore();
}

void roundedFill(QPainter& p, const QRectF& rect, double radius, const QColor& colour)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawRoundedRect(rect, radius, radius);
    p.restore();
}

void track(QPainter& p, const QRectF& all, const QRectF& filled, bool enabled)
{
    const Theme& theme = Theme::current();
    roundedFill(p, all, 2, theme.line);
    if (filled.width() > 0 && filled.height() > 0)
        roundedFill(p, filled, 2, enabled ? theme.accent : theme.faint);
}

void knob(QPainter& p, QPointF centre, Knob state)
{
    const Theme& theme = Theme::current();
    const double radius = scaled(14) / 2.0;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    if (state.focused || state.hovered) {
        QColor halo = theme.accent;
        halo.setAlphaF(state.focused ? 0.45F : 0.2F);
        p.setPen(Qt::NoPen);
        p.setBrush(halo);
        p.drawEllipse(centre, radius + 3, radius + 3);
    }
    // A white knob needs an edge on a white panel; on the dark one it is only a little shadow.
    p.setPen(QPen(theme.kind == ThemeKind::Light ? QColor(0, 0, 0, 46) : QColor(0, 0, 0, 90), 1));
    p.setBrush(state.enabled ? theme.knob : theme.faint);
    p.drawEllipse(centre, radius - 0.5, radius - 0.5);
    p.restore();
}

void chevron(QPainter& p, QPointF centre, double degrees, const QColor& colour)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(centre);
    p.rotate(degrees);
    p.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(QPolygonF{{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}});
    p.restore();
}

void caret(QPainter& p, QPointF centre, const QColor& colour)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawPolygon(QPolygonF{
        {centre.x() - 4, centre.y() - 2.5}, {centre.x() + 4, centre.y() - 2.5}, {centre.x(), centre.y() + 3}});
    p.restore();
}

double text(QPainter& p, const QRectF& rect, const QString& string, const QFont& font, const QColor& colour,
    Qt::Alignment align)
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(string, Qt::ElideRight, rect.width() + 0.5);
    p.setFont(font);
    p.setPen(colour);
    p.drawText(rect, static_cast<int>(align) | Qt::TextSingleLine | Qt::TextDontClip, shown);
    return metrics.horizontalAdvance(shown);
}

double textWidth(const QFont& font, const QString& string)
{
    return QFontMetricsF(font).horizontalAdvance(string);
}

double keyCapWidth(const QString& key)
{
    return std::max(textWidth(smallFont(), key) + 10, 16.0);
}

double keyCap(QPainter& p, QPointF left, const QString& key)
{
    const Theme& theme = Theme::current();
    const double width = keyCapWidth(key);
    const double height = scaled(17);
    const QRectF cap(left.x(), left.y() - height / 2, width, height);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.line, 1));
    p.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    text(p, cap, key, smallFont(), theme.dim, Qt::AlignCenter);
    p.restore();
    return width;
}

}
