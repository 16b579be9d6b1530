// ui/view/window/panel.cpp: edges, scrolling columns, hairlines.
#include "ui/view/window/panel.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include <QApplication>
#include <QFrame>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <utility>

namespace patchlight
{
namespace
{
constexpr int kEdge = 10;
constexpr int kLeastHeight = 124; ///< room for the controls of its tallest page
constexpr double kLargestShare = 0.3;
constexpr double kNarrowestShare = 0.8; ///< of a side panel's width
constexpr int kWidest = 2; ///< times a side panel's first width
constexpr int kGrip = 3, kGripDots = 5; ///< of the bottom edge, in pixels and dots

/// As wide as its fonts want; where the window is too narrow for that, as narrow as its contents allow.
class ScrollingPanel final : public QScrollArea
{
public:
    explicit ScrollingPanel(int width) : m_width(width), m_usual(width) { setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding); }
    QSize sizeHint() const override { return {scaled(m_width), QScrollArea::sizeHint().height()}; }
    QSize minimumSizeHint() const override
    {
        const int contents = widget() ? widget()->minimumSizeHint().width() : 0;
        const int least = qRound(m_usual * kNarrowestShare);
        return {std::min(scaled(m_width), std::max(least, contents)), QScrollArea::minimumSizeHint().height()};
    }

    void prefer(int width)
    {
        m_width = std::clamp(width, qRound(m_usual * kNarrowestShare), m_usual * kWidest);
        updateGeometry();
    }

private:
    int m_width, m_usual;
};

}

PanelEdge::PanelEdge(Side side, QWidget* panel, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_side(side), m_panel(panel)
{
    setCheckable(true);
    setChecked(true);
    setCursor(side == Side::Bottom ? Qt::SplitVCursor : Qt::SplitHCursor);
    setAccessibleName(name);
    setToolTip((side == Side::Bottom ? tr("%1: click to fold, drag to make it higher") : tr("%1: click to fold, drag to make it wider"))
                   .arg(name));
    setSizePolicy(side == Side::Bottom ? QSizePolicy::Expanding : QSizePolicy::Fixed,
        side == Side::Bottom ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    connect(this, &QAbstractButton::toggled, this, &PanelEdge::showPanel);
}

void PanelEdge::showPanel()
{
    m_panel->setVisible(panelShown() && !m_away);
    update();
}

void PanelEdge::setRoom(bool room)
{
    m_insisted = m_insisted && !room;
    if (std::exchange(m_room, room) != room)
        showPanel();
}

void PanelEdge::setAway(bool away)
{
    m_away = away;
    setVisible(!away);
    showPanel();
}

void PanelEdge::reveal()
{
    m_insisted = true;
    setChecked(true);
    showPanel();
    Q_EMIT panelSwitched();
}

void PanelEdge::switchPanel()
{
    const bool show = !panelShown();
    m_insisted = show; // until there is room, which is looked for with the panel in place
    if (isChecked() == show)
        showPanel();
    else
        setChecked(show);
    Q_EMIT panelSwitched();
}

QSize PanelEdge::sizeHint() const
{
    return m_side == Side::Bottom ? QSize(40, kEdge) : QSize(kEdge, 40);
}

int PanelEdge::leastHeight() const
{
    return scaled(kLeastHeight);
}

void PanelEdge::setPanelHeight(int height)
{
    const int least = leastHeight();
    const int share = qRound(window()->height() * kLargestShare);
    const int most = std::max(least, m_mostHeight > 0 ? std::min(share, m_mostHeight) : share);
    m_panel->setFixedHeight(std::clamp(scaled(height), least, most));
}

void PanelEdge::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->globalPosition().toPoint();
    m_before = m_panel->size();
    m_dragging = false;
    QAbstractButton::mousePressEvent(event);
}

void PanelEdge::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint way = event->globalPosition().toPoint() - m_pressedAt;
    const bool far = way.manhattanLength() >= QApplication::startDragDistance();
    m_dragging = m_dragging || (panelShown() && isDown() && far);
    if (m_dragging)
        return dragBy(way);
    QAbstractButton::mouseMoveEvent(event);
}

void PanelEdge::dragBy(QPoint way)
{
    if (m_side == Side::Bottom)
        return setPanelHeight(qRound((m_before.height() - way.y()) / fontScale()));
    const int wider = m_side == Side::Left ? way.x() : -way.x();
    Q_EMIT panelDragged(qRound((m_before.width() + wider) / fontScale()));
}

void PanelEdge::mouseReleaseEvent(QMouseEvent* event)
{
    if (std::exchange(m_dragging, false)) {
        setDown(false);
        if (m_side == Side::Bottom)
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
    const bool quiet = !underMouse() && panelShown() && !hasFocus();
    if (quiet && m_side == Side::Bottom) { // a grip: it can be dragged
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.faint);
        for (int i = -kGripDots / 2; i <= kGripDots / 2; ++i)
            painter.drawEllipse(QPointF(width() / 2.0 + i * 2 * kGrip, height() / 2.0), 1, 1);
    }
    if (quiet)
        return;
    const double open = m_side == Side::Left ? 90 : m_side == Side::Right ? 270 : 0;
    const double degrees = panelShown() ? open : open + 180;
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

PanelWidths widthsOf(const QWidget* scrollingPanel)
{
    return {scrollingPanel->minimumSizeHint().width(), scrollingPanel->sizeHint().width()};
}

void setPreferredWidth(QWidget* scrollingPanel, int width)
{
    if (auto* panel = dynamic_cast<ScrollingPanel*>(scrollingPanel))
        panel->prefer(width);
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
