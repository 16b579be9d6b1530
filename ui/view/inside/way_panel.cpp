// ui/view/inside/way_panel.cpp
#include "ui/view/inside/way_panel.h"
#include "ui/adapter/texts.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kWidth = 216, kWayRow = 27, kHeading = 30, kDot = 5, kIndent = 18, kChip = 17, kHeadChip = 28;

}

WayPanel::WayPanel(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"wayPanel"_s);
    setAccessibleName(tr("The way through"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

int WayPanel::scaledWidth()
{
    return scaled(kWidth);
}

void WayPanel::setStations(const QVector<inside::Station>& stations)
{
    m_stations = stations;
    arrange();
}

void WayPanel::setBlocks(int count, int current, const std::vector<LayerIndex>& off)
{
    m_blocks = count;
    m_block = current;
    m_blocksOff.clear();
    for (const LayerIndex layer : off)
        m_blocksOff.push_back(layer.value);
    arrange();
}

void WayPanel::setHeads(int count, int current, const std::vector<int>& off)
{
    m_heads = count;
    m_head = current;
    m_headsOff = off;
    arrange();
}

void WayPanel::setCurrent(const QString& station)
{
    if (station == m_current)
        return;
    m_current = station;
    announceValue(this);
    update();
}

QString WayPanel::spokenValue() const
{
    for (const auto& station : m_stations)
        if (station.id == m_current)
            return station.title;
    return {};
}

QSize WayPanel::sizeHint() const
{
    return {scaledWidth(), qRound(m_height)};
}

/// As many in a row as there is room for; returns where they end.
double WayPanel::arrangeChips(QVector<QRectF>& rects, int count, double left, double top, double side) const
{
    rects.clear();
    const double gap = 3, room = std::max(side, width() - left - 2.0);
    const int across = std::max(1, static_cast<int>((room + gap) / (side + gap)));
    for (int i = 0; i < count; ++i) {
        const int row = i / across, column = i % across;
        rects << QRectF(left + column * (side + gap), top + row * (side + gap), side, side);
    }
    return count > 0 ? rects.last().bottom() : top;
}

void WayPanel::arrange()
{
    const double before = m_height;
    const double row = scaled(kWayRow);
    double y = scaled(kHeading);
    m_rects.clear();
    m_blockTitle = -1;
    m_blockRects.clear();
    for (const auto& station : m_stations) {
        const bool inBlock = station.part == inside::Part::Block;
        if (inBlock && m_blockTitle < 0) {
            m_blockTitle = y;
            y = arrangeChips(m_blockRects, m_blocks, kIndent + 4, y + row + 2, scaled(kChip)) + 8;
        }
        m_rects << QRectF(inBlock ? kIndent : 0, y, width() - (inBlock ? kIndent : 0), row);
        y += row;
    }
    m_headTitle = y + scaled(14);
    m_headRects.clear();
    if (m_heads > 0)
        y = arrangeChips(m_headRects, m_heads, 0, m_headTitle + scaled(22), scaled(kHeadChip)) + 8;
    m_height = y;
    if (m_height != before)
        updateGeometry();
    update();
}

void WayPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QRectF WayPanel::stationRect(const QString& id) const
{
    for (int i = 0; i < m_stations.size(); ++i)
        if (m_stations[i].id == id)
            return m_rects.value(i);
    return {};
}

void WayPanel::paintChips(QPainter& p, const QVector<QRectF>& rects, int current, const std::vector<int>& off) const
{
    const Theme& theme = Theme::current();
    for (int i = 0; i < rects.size(); ++i) {
        const bool chosen = i == current, silent = std::find(off.begin(), off.end(), i) != off.end();
        paint::roundedFill(p, rects[i], 3, chosen ? theme.accent : theme.raised);
        QFont font = smallFont();
        if (rects[i].width() < scaled(20))
            font.setPixelSize(std::max(8, qRound(rects[i].width() * (i > 99 ? 0.4 : 0.55))));
        font.setStrikeOut(silent);
        paint::text(p, rects[i], QString::number(i), font, chosen ? theme.onAccent : silent ? theme.faint : theme.dim, Qt::AlignCenter);
    }
}

void WayPanel::paintStation(QPainter& p, int index) const
{
    const Theme& theme = Theme::current();
    const auto& station = m_stations[index];
    const QRectF rect = m_rects[index];
    const bool current = station.id == m_current;
    const QPointF dot(rect.x() + kDot + 1, rect.center().y());
    p.setRenderHint(QPainter::Antialiasing);
    if (index + 1 < m_rects.size() && m_rects[index + 1].x() == rect.x()) {
        p.setPen(QPen(theme.line, 2));
        p.drawLine(dot + QPointF(0, kDot + 2), QPointF(dot.x(), m_rects[index + 1].center().y() - kDot - 2));
    }
    p.setPen(QPen(current ? theme.accent : theme.faint, 1.75));
    p.setBrush(current ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
    p.drawEllipse(dot, kDot - 0.5, kDot - 0.5);
    const double left = dot.x() + kDot + 8;
    const double shape = paint::textWidth(smallFont(), station.shape);
    const bool room = paint::textWidth(bodyFont(), station.title) + shape + 8 <= rect.right() - left;
    const QColor colour = current ? theme.accent : index == m_hovered || station.part != inside::Part::Block ? theme.text : theme.dim;
    paint::text(p, QRectF(left, rect.y(), rect.right() - left, rect.height()), station.title, bodyFont(), colour);
    if (room)
        paint::text(p, rect, station.shape, smallFont(), theme.faint, Qt::AlignRight | Qt::AlignVCenter);
}

void WayPanel::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    paint::text(p, QRectF(0, 0, width(), scaled(kHeading) - 6), tr("The way through"), headingFont(), theme.faint);
    for (int i = 0; i < m_stations.size(); ++i)
        paintStation(p, i);
    if (m_blockTitle >= 0) {
        const QRectF row(0, m_blockTitle, width(), scaled(kWayRow));
        p.setPen(QPen(theme.accent, 1.75));
        p.setBrush(Qt::NoBrush);
        p.setRenderHint(QPainter::Antialiasing);
        p.drawEllipse(QPointF(kDot + 1, row.center().y()), kDot - 0.5, kDot - 0.5);
        paint::text(p, row.adjusted(2 * kDot + 9, 0, 0, 0), tr("Block"), bodyFont(), theme.text);
        paint::text(p, row, tr("%n times", nullptr, m_blocks), smallFont(), theme.faint, Qt::AlignRight | Qt::AlignVCenter);
        paintChips(p, m_blockRects, m_block, m_blocksOff);
    }
    if (m_heads > 0) {
        paint::text(p, QRectF(0, m_headTitle, width(), scaled(18)), tr("Head"), headingFont(), theme.faint);
        paintChips(p, m_headRects, m_head, m_headsOff);
    }
    if (paint::focusVisible(*this))
        paint::focusRing(p, rect(), 6);
}

void WayPanel::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = event->position();
    for (int i = 0; i < m_rects.size(); ++i)
        if (m_rects[i].contains(at))
            return Q_EMIT stationChosen(m_stations[i].id);
    for (int i = 0; i < m_blockRects.size(); ++i)
        if (m_blockRects[i].adjusted(-1, -1, 2, 2).contains(at))
            return Q_EMIT blockChosen(i);
    for (int i = 0; i < m_headRects.size(); ++i)
        if (m_headRects[i].adjusted(-1, -1, 2, 2).contains(at))
            return Q_EMIT headChosen(i);
}

void WayPanel::mouseMoveEvent(QMouseEvent* event)
{
    int hovered = -1;
    bool chip = false;
    for (int i = 0; i < m_rects.size(); ++i)
        if (m_rects[i].contains(event->position()))
            hovered = i;
    for (const auto* rects : {&m_blockRects, &m_headRects})
        for (const QRectF& rect : *rects)
            chip = chip || rect.contains(event->position());
    setCursor(hovered >= 0 || chip ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, hovered) != hovered)
        update();
}

void WayPanel::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

bool WayPanel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < m_rects.size(); ++i)
            if (m_rects[i].contains(help->pos()) && !m_stations[i].shape.isEmpty()) {
                QToolTip::showText(help->globalPos(), withLabel(m_stations[i].title, m_stations[i].shape), this);
                return true;
            }
    }
    return QWidget::event(event);
}

void WayPanel::keyPressEvent(QKeyEvent* event)
{
    int at = 0;
    for (int i = 0; i < m_stations.size(); ++i)
        if (m_stations[i].id == m_current)
            at = i;
    const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (by == 0 || m_stations.isEmpty())
        return QWidget::keyPressEvent(event);
    Q_EMIT stationChosen(m_stations[std::clamp(at + by, 0, static_cast<int>(m_stations.size()) - 1)].id);
}

}
