// ui/view/widgets/controls/play_button.cpp: painting it.
#include "ui/view/widgets/controls/play_button.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>

namespace patchlight
{

PlayButton::PlayButton(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

QSize PlayButton::sizeHint() const
{
    return {scaled(30), scaled(30)};
}

void PlayButton::enterEvent(QEnterEvent*)
{
    update();
}

void PlayButton::leaveEvent(QEvent*)
{
    update();
}

void PlayButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    p.setPen(paint::focusVisible(*this) ? QPen(theme.accent, 1.5) : QPen(Qt::NoPen));
    p.setBrush(underMouse() && isEnabled() ? theme.line : theme.raised);
    p.drawEllipse(box);
    p.setPen(Qt::NoPen);
    p.setBrush(isEnabled() ? theme.text : theme.faint);
    const QPointF c = box.center();
    const double u = box.width() / 30;
    if (isChecked()) {
        p.drawRoundedRect(QRectF(c.x() - 4.5 * u, c.y() - 5 * u, 3.2 * u, 10 * u), 0.8, 0.8);
        p.drawRoundedRect(QRectF(c.x() + 1.3 * u, c.y() - 5 * u, 3.2 * u, 10 * u), 0.8, 0.8);
    } else {
        p.drawPolygon(
            QPolygonF{{c.x() - 3.6 * u, c.y() - 5 * u}, {c.x() + 5.2 * u, c.y()}, {c.x() - 3.6 * u, c.y() + 5 * u}});
    }
}

}
