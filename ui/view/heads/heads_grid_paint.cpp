// ui/view/heads/heads_grid_paint.cpp: thumbnails within a frame's time, then the labels that stay in place.
#include "ui/view/heads/heads_grid.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <QScrollBar>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

quint32 keyOf(HeadCell cell)
{
    return quint32(cell.layer) << 16 | quint32(cell.head + 1);
}

}

void HeadsGrid::paintEvent(QPaintEvent*)
{
    QPainter p(viewport());
    if (!m_nothing.isEmpty()) {
        paint::text(p, viewport()->rect(), m_nothing, smallFont(), Theme::current().dim, Qt::AlignCenter);
        return;
    }
    m_painting.start();
    m_behind = false;
    paintThumbnails(p,
        QRect(m_labelWidth, m_headerHeight, viewport()->width() - m_labelWidth, rowsBottom() - m_headerHeight));
    if (!m_shape.ordered()) {
        paintHeaders(p);
        paintRowLabels(p);
    }
    if (paint::focusVisible(*this)) // round all of it: about a cell it could not be told from the choice
        paint::focusRing(p, viewport()->rect(), 0);
    if (m_behind)
        QTimer::singleShot(0, viewport(), qOverload<>(&QWidget::update));
}

/// Below the last row that is seen whole, halfway to the next; the ring of its cells reaches so far.
int HeadsGrid::rowsBottom() const
{
    const bool more = verticalScrollBar()->maximum() > 0;
    return more ? m_headerHeight + m_rowsHeight + cellGap / 2 : viewport()->height();
}

void HeadsGrid::paintThumbnails(QPainter& p, const QRect& area)
{
    p.save();
    // The ring of the outermost cells reaches a little over the labels' edge.
    p.setClipRect(area.adjusted(-3, -3, 0, 0));
    const int fold = m_shape.fold();
    const int firstColumn = horizontalScrollBar()->value() / m_pitch * fold;
    const int lastBlock = (horizontalScrollBar()->value() + area.width()) / m_pitch;
    const int lastColumn = std::min(m_shape.columns() - 1, lastBlock * fold + fold - 1);
    const int firstRow = verticalScrollBar()->value() / m_rowPitch;
    const int lastRow = std::min(m_shape.rows() - 1, (verticalScrollBar()->value() + area.height()) / m_rowPitch);
    for (int column = firstColumn; column <= lastColumn; ++column)
        for (int row = firstRow; row <= lastRow; ++row)
            if (const auto cell = m_shape.at(column, row))
                paintThumbnail(p, *cell, cellRect(column, row));
    p.restore();
}

void HeadsGrid::paintThumbnail(QPainter& p, HeadCell cell, const QRect& box)
{
    const Theme& theme = Theme::current();
    const QImage& image = thumbnail(cell);
    p.setRenderHint(QPainter::Antialiasing);
    if (image.isNull()) {
        paint::roundedFill(p, box, metric::thumbnailRadius, theme.raised);
    } else {
        const double ratio = devicePixelRatioF();
        QBrush brush(image);
        brush.setTransform(QTransform::fromTranslate(box.x(), box.y()).scale(1 / ratio, 1 / ratio));
        p.setPen(Qt::NoPen);
        p.setBrush(brush);
        p.drawRoundedRect(box, metric::thumbnailRadius, metric::thumbnailRadius);
    }
    paintMark(p, cell, box);
    p.setBrush(Qt::NoBrush);
    if (cell == m_selected) {
        p.setPen(QPen(theme.accent, 2));
        p.drawRoundedRect(QRectF(box).adjusted(-3, -3, 3, 3), metric::radius - 1, metric::radius - 1);
    } else if (m_isInSubset && !cell.fused() && m_isInSubset(cell)) {
        QPen dashes(theme.accent, 1.5, Qt::CustomDashLine);
        dashes.setDashPattern({2, 2});
        p.setPen(dashes);
        p.drawRoundedRect(QRectF(box).adjusted(-2.5, -2.5, 2.5, 2.5), metric::radius - 1, metric::radius - 1);
    } else if (cell == m_hovered) {
        p.setPen(QPen(theme.dim, 1));
        p.drawRoundedRect(
            QRectF(box).adjusted(-1.5, -1.5, 1.5, 1.5), metric::thumbnailRadius + 1, metric::thumbnailRadius + 1);
    }
    paintCaption(p, cell, box);
}

void HeadsGrid::paintCaption(QPainter& p, HeadCell cell, const QRect& box) const
{
    if (!m_shape.ordered() && m_shape.fold() == 1)
        return; // said at the left
    const Theme& theme = Theme::current();
    const QString head = cell.fused() ? m_fusedName : QString::number(cell.head);
    const QString caption = m_shape.ordered() ? QString::number(cell.layer) + u"·"_s + head
        : cell.fused()                        ? head
                                              : headCaption(cell.head);
    const QRectF line(box.x() - 8, box.bottom() + 2, box.width() + 16, scaled(15));
    paint::text(p, line, caption, smallFont(), cell == m_selected ? theme.accent : theme.dim, Qt::AlignCenter);
}

const QImage& HeadsGrid::thumbnail(HeadCell cell)
{
    Thumbnail& kept = m_thumbnails[keyOf(cell)];
    const int side = qRound(m_side * devicePixelRatioF());
    const bool fresh = kept.generation == m_generation && kept.image.width() == side;
    if (fresh || !m_renderer)
        return kept.image;
    if (m_painting.elapsed() > m_paintBudget) {
        m_behind = true;
        return kept.image; // the old pixels until the next turn: no flicker
    }
    kept.image = m_renderer(cell, side);
    kept.generation = m_generation;
    if (!kept.image.isNull() && kept.image.size() != QSize(side, side))
        kept.image = kept.image.scaled(side, side);
    return kept.image;
}

void HeadsGrid::paintHeaders(QPainter& p) const
{
    const Theme& theme = Theme::current();
    p.save();
    p.setClipRect(m_labelWidth, 0, viewport()->width() - m_labelWidth, m_headerHeight);
    for (int layer = 0; layer < m_shape.layers(); ++layer) {
        const int left = m_labelWidth + layer * m_pitch - horizontalScrollBar()->value();
        if (left + m_pitch < m_labelWidth || left > viewport()->width())
            continue;
        const bool current = layer == m_currentLayer;
        const QRectF box(left, 0, m_pitch, m_headerHeight - 2);
        QFont font = current ? boldSmallFont() : smallFont();
        font.setStrikeOut(m_blocksOff.contains(layer));
        paint::text(p, box, QString::number(layer), font, current ? theme.accent : theme.dim, Qt::AlignCenter);
    }
    p.restore();
}

void HeadsGrid::paintRowLabels(QPainter& p) const
{
    if (m_shape.fold() > 1)
        return; // each thumbnail has its own
    const Theme& theme = Theme::current();
    p.save();
    p.setClipRect(0, m_headerHeight, m_labelWidth, rowsBottom() - m_headerHeight);
    for (int row = 0; row < m_shape.rows(); ++row) {
        const QRect cell = cellRect(0, row);
        const bool fused = m_shape.hasFused() && row == m_shape.mostHeads();
        const bool current = m_selected && (m_selected->fused() ? fused : m_selected->head == row && !fused);
        const QRectF box(scaled(6), cell.top(), m_labelWidth - scaled(12), cell.height()); // clear of the focus ring
        paint::text(
            p, box, fused ? m_fusedName : tr("head %1").arg(row), smallFont(), current ? theme.text : theme.dim);
    }
    p.restore();
}

}
