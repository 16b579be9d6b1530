// ui/view/widgets/controls/range_slider.cpp: two handles on one track.
#include "ui/view/widgets/controls/range_slider.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace patchlight
{

using namespace Qt::StringLiterals;

RangeSlider::RangeSlider(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"rangeSlider"_s);
    setAccessibleName(tr("Range"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RangeSlider::setLimits(int minimum, int maximum)
{
    m_minimum = minimum;
    m_maximum = std::max(minimum, maximum);
    setRange(m_first, m_last);
}

void RangeSlider::setRange(int first, int last)
{
    if (first > last)
        std::swap(first, last);
    m_first = std::clamp(first, m_minimum, m_maximum);
    m_last = std::clamp(last, m_minimum, m_maximum);
    announceValue(this);
    update();
}

QPointF RangeSlider::handleAt(int value) const
{
    const double half = scaled(14) / 2.0;
    const double share = m_maximum > m_minimum ? double(value - m_minimum) / (m_maximum - m_minimum) : 0.5;
    return {half + share * (width() - 2 * half), height() / 2.0};
}

QPointF RangeSlider::firstHandle() const
{
    return handleAt(m_first);
}

QPointF RangeSlider::lastHandle() const
{
    return handleAt(m_last);
}

int RangeSlider::valueAt(double x) const
{
    const double half = scaled(14) / 2.0;
    const double share = (x - half) / std::max(1.0, width() - 2 * half);
    return std::clamp(static_cast<int>(std::lround(m_minimum + share * (m_maximum - m_minimum))), m_minimum, m_maximum);
}

void RangeSlider::move(Handle handle, int value)
{
    const int first = handle == Handle::First ? std::clamp(value, m_minimum, m_last) : m_first;
    const int last = handle == Handle::Last ? std::clamp(value, m_first, m_maximum) : m_last;
    if (first == m_first && last == m_last)
        return;
    setRange(first, last);
    Q_EMIT rangeChosen(m_first, m_last);
}

void RangeSlider::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const QPointF a = firstHandle();
    const QPointF b = lastHandle();
    const QRectF track(0, height() / 2.0 - 2, width(), 4);
    paint::track(p, track, QRectF(a.x(), track.y(), b.x() - a.x(), 4), isEnabled());
    const bool focus = paint::focusVisible(*this);
    const auto state = [&](Handle handle) {
        return paint::Knob{isEnabled(), m_hovered && m_active == handle, focus && m_active == handle};
    };
    // The active handle on top, so that it can be taken back where both stand together.
    const bool firstOnTop = m_active == Handle::First;
    paint::knob(p, firstOnTop ? b : a, state(firstOnTop ? Handle::Last : Handle::First));
    paint::knob(p, firstOnTop ? a : b, state(m_active));
}

void RangeSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    const double toFirst = std::abs(x - firstHandle().x());
    const double toLast = std::abs(x - lastHandle().x());
    // Where both stand together the side of the click decides.
    m_active = toFirst < toLast || (toFirst == toLast && x < firstHandle().x()) ? Handle::First : Handle::Last;
    if (m_first == m_last && m_last == m_maximum)
        m_active = Handle::First;
    m_dragging = true;
    move(m_active, valueAt(x));
    update();
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_dragging) {
        move(m_active, valueAt(x));
        return;
    }
    m_hovered = true;
    m_active = std::abs(x - firstHandle().x()) < std::abs(x - lastHandle().x()) ? Handle::First : Handle::Last;
    update();
}

void RangeSlider::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
}

void RangeSlider::keyPressEvent(QKeyEvent* event)
{
    Handle handle = m_active;
    if (event->modifiers() & Qt::ShiftModifier)
        handle = handle == Handle::First ? Handle::Last : Handle::First;
    const int value = handle == Handle::First ? m_first : m_last;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return move(handle, value - 1);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return move(handle, value + 1);
    case Qt::Key_Home:
        return move(handle, m_minimum);
    case Qt::Key_End:
        return move(handle, m_maximum);
    default:
        QWidget::keyPressEvent(event);
    }
}

void RangeSlider::leaveEvent(QEvent*)
{
    m_hovered = false;
    update();
}

QString RangeSlider::spokenValue() const
{
    return tr("%1 to %2").arg(m_first).arg(m_last);
}

QSize RangeSlider::sizeHint() const
{
    return {scaled(160), scaled(22)};
}

QSize RangeSlider::minimumSizeHint() const
{
    return {scaled(60), scaled(22)};
}

}
