// ui/view/heads/heads_grid_marks.cpp: heads and blocks that are switched off or replaced, and the menu for it.
#include "ui/view/heads/heads_grid.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QContextMenuEvent>
#include <QPainter>
#include <QScrollBar>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr double dimmed = 0.72; // how far what is off steps back

void strike(QPainter& p, const QRectF& box)
{
    const Theme& theme = Theme::current();
    p.setPen(QPen(theme.panel, 4));
    p.drawLine(box.bottomLeft(), box.topRight());
    p.setPen(QPen(theme.text, 1.6));
    p.drawLine(box.bottomLeft(), box.topRight());
}

/// A small plate in the corner: "=" for uniform, "x̄" for the mean.
void plate(QPainter& p, const QRectF& box, const QString& sign)
{
    const Theme& theme = Theme::current();
    const double across = scaled(14);
    const QRectF corner(box.right() - across - 1, box.top() + 1, across, across);
    paint::roundedFill(p, corner, metric::thumbnailRadius, theme.panel);
    paint::text(p, corner, sign, boldSmallFont(), theme.text, Qt::AlignCenter);
}

}

void HeadsGrid::setMarks(Marker marks, const QSet<int>& blocksOff)
{
    m_marker = std::move(marks);
    m_blocksOff = blocksOff;
    viewport()->update();
}

void HeadsGrid::paintMark(QPainter& p, HeadCell cell, const QRect& box) const
{
    const HeadMark mark = m_marker && !cell.fused() ? m_marker(cell) : HeadMark::None;
    const bool off = mark == HeadMark::Off || m_blocksOff.contains(cell.layer);
    if (off) {
        QColor veil = Theme::current().panel;
        veil.setAlphaF(float(dimmed));
        paint::roundedFill(p, box, metric::thumbnailRadius, veil);
        strike(p, QRectF(box).adjusted(1, 1, -1, -1));
    } else if (mark == HeadMark::Uniform) {
        plate(p, box, u"="_s);
    } else if (mark == HeadMark::Mean) {
        plate(p, box, u"x\u0304"_s);
    }
    if (m_colours && !cell.fused()) {
        const double side = scaled(11);
        const QRectF corner(box.left() + 2, box.top() + 2, side, side);
        paint::roundedFill(p, corner.adjusted(-1, -1, 1, 1), metric::thumbnailRadius, Theme::current().panel);
        paint::roundedFill(p, corner, metric::thumbnailRadius, m_colours(cell));
    }
}

std::optional<int> HeadsGrid::headerAt(QPoint at) const
{
    if (m_shape.ordered() || at.y() >= m_headerHeight || at.x() < m_labelWidth)
        return {};
    const int layer = (at.x() - m_labelWidth + horizontalScrollBar()->value()) / m_pitch;
    return layer < m_shape.layers() ? std::optional(layer) : std::nullopt;
}

void HeadsGrid::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const QPoint at = viewport()->mapFrom(this, event->pos());
        if (const auto layer = headerAt(at))
            Q_EMIT menuRequested(*layer, -1, event->globalPos());
        else if (const auto cell = cellAt(at))
            Q_EMIT menuRequested(cell->layer, cell->head, event->globalPos());
        return;
    }
    const HeadCell cell = m_selected.value_or(HeadCell{std::max(0, m_currentLayer), -1});
    const QRect box = thumbnailRect(cell);
    if (!m_shape.isEmpty())
        Q_EMIT menuRequested(cell.layer, cell.head, viewport()->mapToGlobal(box.center()));
}

}
