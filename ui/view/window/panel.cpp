// ui/view/window/panel.cpp: edges, scrolling columns, hairlines.
#include "ui/view/window/panel.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/overlay_scroll_bar.h"
#include <QApplication>
#include <QFrame>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace patchlight
{
namespace
{
constexpr int kEdge = 10;
constexpr int kLeastHeight = 118;
constexpr double kLargestShare = 0.3;

/// As wide as its fonts want; where the window is too narrow for that, as narrow as its contents allow.
class ScrollingPanel final : public QScrollArea
{
public:
    explicit ScrollingPanel(int width) : m_width(width) { setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding); }
    QSize sizeHint() const override { return {scaled(m_width), QScrollArea::sizeHint().height()}; }
    QSize minimumSizeHint() const override
    {
        const int contents = widget() ? widget()->minimumSizeHint().width() : 0;
        return {std::min(scaled(m_width), std::max(m_width, contents)), QScrollArea::minimumSizeHint().height()};
    }

private:
    int m_width;
};

}

PanelEdge::PanelEdge(Side side, QWidget* panel, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_side(side), m_panel(panel)
{
    setCheckable(true);
    setChecked(true);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name);
    setToolTip(name);
    setSizePolicy(side == Side::Bottom ? QSizePolicy::Expanding : QSizePolicy::Fixed,
        side == Side::Bottom ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    connect(this, &QAbstractButton::toggled, panel, &QWidget::setVisible);
}

QSize PanelEdge::sizeHint() const
{
    return m_side == Side::Bottom ? QSize(40, kEdge) : QSize(kEdge, 40);
}

void PanelEdge::setPanelHeight(int height)
{
    const int most = std::max(kLeastHeight, qRound(window()->height() * kLargestShare));
    m_panel->setFixedHeight(scaled(std::clamp(height, kLeastHeight, most)));
}

void PanelEdge::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->globalPosition().toPoint().y();
    m_heightBefore = m_panel->height();
    m_dragging = false;
    QAbstractButton::mousePressEvent(event);
}

void PanelEdge::mouseMoveEvent(QMouseEvent* event)
{
    const int up = m_pressedAt - event->globalPosition().toPoint().y();
    const bool far = std::abs(up) >= QApplication::startDragDistance();
    if (m_side == Side::Bottom && isChecked() && isDown() && (m_dragging || far)) {
        m_dragging = true;
        setPanelHeight(qRound((m_heightBefore + up) / fontScale()));
        return;
    }
    QAbstractButton::mouseMoveEvent(event);
}

void PanelEdge::mouseReleaseEvent(QMouseEvent* event)
{
    if (std::exchange(m_dragging, false)) {
        setDown(false);
        Q_EMIT panelHeightChanged(qRound(m_panel->height() / fontScale()));
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void PanelEdge::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        painter.fillRect(rect(), theme.raised);
    else if (m_side == Side::Bottom)
        painter.fillRect(rect(), theme.panel);
    const QRect line = m_side == Side::Left ? QRect(0, 0, 1, height())
        : m_side == Side::Right             ? QRect(width() - 1, 0, 1, height())
                                            : QRect(0, height() - 1, width(), 1);
    painter.fillRect(line, theme.line);
    if (paint::focusVisible(*this))
        paint::focusRing(painter, rect(), 2);
    if (!underMouse() && isChecked() && !hasFocus())
        return;
    const double open = m_side == Side::Left ? 90 : m_side == Side::Right ? 270 : 0;
    const double degrees = isChecked() ? open : open + 180;
    paint::chevron(painter, QRectF(rect()).center(), degrees, underMouse() ? theme.text : theme.dim);
}

QWidget* scrollingPanel(QWidget* content, int width, const QString& name)
{
    auto* area = new ScrollingPanel(width);
    area->setObjectName(name);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setProperty("surface", QStringLiteral("panel"));
    area->setAutoFillBackground(true);
    content->setProperty("surface", QStringLiteral("panel"));
    new OverlayScrollBar(area); // in the margin: nothing moves aside for it
    return area;
}

QWidget* separator(Qt::Orientation orientation, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("separator", true);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

}
