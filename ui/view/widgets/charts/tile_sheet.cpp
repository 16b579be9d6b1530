// ui/view/widgets/charts/tile_sheet.cpp
#include "ui/view/widgets/charts/tile_sheet.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr int kTileGap = 4, kLargest = 60;

}

TileSheet::TileSheet(int columns, bool choosable, QWidget* parent)
    : QWidget(parent), m_columns(columns), m_choosable(choosable)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(choosable ? Qt::TabFocus : Qt::NoFocus);
    if (choosable)
        setCursor(Qt::PointingHandCursor);
}

void TileSheet::setTiles(const QVector<QImage>& tiles, const QStringList& tips)
{
    m_tiles = tiles;
    m_tips = tips;
    setFixedHeight(heightForWidth(width()));
    announceValue(this);
    update();
}

void TileSheet::setCurrent(int index)
{
    if (std::exchange(m_current, index) == index)
        return;
    announceValue(this);
    update();
}

double TileSheet::side(double width) const
{
    return std::min<double>(scaled(kLargest), std::floor((width - (m_columns - 1) * kTileGap) / m_columns));
}

QRectF TileSheet::tileRect(int index) const
{
    const double one = side(width());
    const int row = index / m_columns, column = index % m_columns;
    return {column * (one + kTileGap), row * (one + kTileGap), one, one};
}

int TileSheet::heightForWidth(int width) const
{
    const int rows = (count() + m_columns - 1) / m_columns;
    return rows == 0 ? 0 : qCeil(rows * (side(width) + kTileGap) - kTileGap);
}

QSize TileSheet::sizeHint() const
{
    const int width = m_columns * (scaled(32) + kTileGap);
    return {width, heightForWidth(width)};
}

void TileSheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setFixedHeight(heightForWidth(width())); // rows follow the width; layouts inside scroll areas do not ask for that
}

QString TileSheet::spokenValue() const
{
    return m_choosable ? m_tips.value(m_current) : m_tips.join(QStringLiteral("; "));
}

int TileSheet::tileAt(QPointF point) const
{
    for (int i = 0; i < count(); ++i)
        if (tileRect(i).contains(point))
            return i;
    return -1;
}

bool TileSheet::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int tile = tileAt(help->pos());
        if (tile >= 0) {
            QToolTip::showText(help->globalPos(), m_tips.value(tile), this);
            return true;
        }
    }
    return QWidget::event(event);
}

void TileSheet::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    for (int i = 0; i < count(); ++i)
        p.drawImage(tileRect(i), m_tiles[i]);
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(Qt::NoBrush);
    if (m_current >= 0 && m_current < count()) {
        p.setPen(QPen(theme.accent, 2));
        p.drawRoundedRect(tileRect(m_current).adjusted(-1, -1, 1, 1).intersected(QRectF(rect()).adjusted(1, 1, -1, -1)),
            metric::thumbnailRadius, metric::thumbnailRadius);
    }
    if (paint::focusVisible(*this))
        paint::focusRing(p, rect(), metric::thumbnailRadius);
}

void TileSheet::mousePressEvent(QMouseEvent* event)
{
    const int tile = tileAt(event->position());
    if (event->button() == Qt::LeftButton && m_choosable && tile >= 0)
        Q_EMIT chosen(tile);
}

void TileSheet::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_Right ? 1
        : event->key() == Qt::Key_Left           ? -1
        : event->key() == Qt::Key_Down           ? m_columns
        : event->key() == Qt::Key_Up             ? -m_columns
                                                 : 0;
    if (!m_choosable || by == 0 || count() == 0)
        return QWidget::keyPressEvent(event);
    Q_EMIT chosen(std::clamp(m_current + by, 0, count() - 1));
}

}
