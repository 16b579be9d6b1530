// ui/view/widgets/controls/switch.cpp: a pill with a knob.
#include "ui/view/widgets/controls/switch.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>

namespace patchlight
{

Switch::Switch(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_sliding.setDuration(90);
    m_sliding.setStartValue(0.0);
    m_sliding.setEndValue(0.0);
    connect(&m_sliding, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

QSize Switch::sizeHint() const
{
    return {scaled(30), scaled(18)};
}

void Switch::checkStateSet()
{
    slide();
}

void Switch::nextCheckState()
{
    setChecked(!isChecked());
}

void Switch::slide()
{
    m_sliding.stop();
    m_sliding.setStartValue(isChecked() ? 0.0 : 1.0);
    m_sliding.setEndValue(isChecked() ? 1.0 : 0.0);
    if (reducedMotion() || !isVisible())
        m_sliding.setCurrentTime(m_sliding.duration());
    else
        m_sliding.start();
}

void Switch::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const double on = m_sliding.currentValue().toDouble();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double radius = pill.height() / 2;
    paint::roundedFill(p, pill, radius, isChecked() && isEnabled() ? theme.accent : theme.line);
    const QPointF centre(pill.left() + radius + on * (pill.width() - 2 * radius), pill.center().y());
    p.setPen(Qt::NoPen);
    p.setBrush(!isEnabled()                 ? theme.faint
            : isChecked()                   ? theme.onAccent
            : theme.kind == ThemeKind::Dark ? theme.dim
                                            : theme.panel);
    p.drawEllipse(centre, radius - 2.5, radius - 2.5);
    if (paint::focusVisible(*this))
        paint::focusRing(p, rect(), radius + 1);
}

}
