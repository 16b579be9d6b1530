// ui/view/widgets/controls/segmented_control.cpp: the choices and the plate under the chosen one.
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace patchlight
{

using namespace Qt::StringLiterals;

SegmentedControl::SegmentedControl(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"segmentedControl"_s);
    setAccessibleName(tr("Choice"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentedControl::setOptions(const QStringList& titles)
{
    m_titles = titles;
    m_current = std::clamp(m_current, 0, std::max(0, int(titles.size()) - 1));
    updateGeometry();
    update();
}

void SegmentedControl::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= m_titles.size())
        return;
    m_current = index;
    announceValue(this);
    update();
}

void SegmentedControl::setOption(int index, bool enabled, const QString& toolTip)
{
    if (enabled)
        m_disabled.remove(index);
    else
        m_disabled.insert(index);
    m_tips[index] = toolTip;
    update();
}

int SegmentedControl::neighbour(int by) const
{
    for (int index = m_current + by; index >= 0 && index < m_titles.size(); index += by)
        if (optionEnabled(index))
            return index;
    return m_current;
}

bool SegmentedControl::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_tips.isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), m_tips.value(indexAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

void SegmentedControl::choose(int index)
{
    if (!optionEnabled(index) || index == m_current || index < 0 || index >= m_titles.size())
        return;
    setCurrent(index);
    Q_EMIT chosen(index);
}

QRectF SegmentedControl::segmentRect(int index) const
{
    const double each = (width() - 4.0) / std::max(1, int(m_titles.size()));
    return {2 + index * each, 2, each, height() - 4.0};
}

int SegmentedControl::indexAt(QPointF at) const
{
    for (int i = 0; i < m_titles.size(); ++i)
        if (segmentRect(i).contains(at))
            return i;
    return -1;
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paint::roundedFill(p, rect(), metric::radius, theme.raised);
    for (int i = 0; i < m_titles.size(); ++i) {
        const QRectF segment = segmentRect(i);
        const bool on = i == m_current;
        if (on) {
            p.setPen(QPen(theme.line, 1));
            p.setBrush(theme.panel);
            p.drawRoundedRect(segment.adjusted(0.5, 0.5, -0.5, -0.5), metric::radius - 1, metric::radius - 1);
        }
        const bool possible = isEnabled() && optionEnabled(i);
        const bool bright = on || (i == m_hovered && possible);
        paint::text(p, segment.adjusted(6, 0, -6, 0), m_titles[i], bodyFont(),
            !possible    ? theme.faint
                : bright ? theme.text
                         : theme.dim,
            Qt::AlignCenter);
    }
    if (paint::focusVisible(*this))
        paint::focusRing(p, segmentRect(m_current), metric::radius - 1);
}

void SegmentedControl::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        choose(indexAt(event->position()));
}

void SegmentedControl::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = indexAt(event->position());
    update();
}

void SegmentedControl::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return choose(neighbour(-1));
    case Qt::Key_Right:
    case Qt::Key_Down:
        return choose(neighbour(1));
    case Qt::Key_Space:
        return choose(neighbour(1) != m_current ? neighbour(1) : 0);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

QSize SegmentedControl::sizeHint() const
{
    double widest = 0;
    for (const QString& title : m_titles)
        widest = std::max(widest, paint::textWidth(bodyFont(), title));
    return {qCeil((widest + 24) * std::max(1, int(m_titles.size()))) + 4, scaled(30)};
}

QSize SegmentedControl::minimumSizeHint() const
{
    return {scaled(40) * int(m_titles.size()), scaled(30)};
}

}
