// ui/view/canvas/image_canvas_brush.cpp: hidden patches, and the brush that hides them and shows them again.
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr double hatchEvery = 7; // view pixels

/// The cells a straight stroke goes over: a fast mouse leaves none out.
QVector<QPoint> stroke(QPoint from, QPoint to)
{
    const int steps = std::max({std::abs(to.x() - from.x()), std::abs(to.y() - from.y()), 1});
    QVector<QPoint> cells;
    for (int i = 0; i <= steps; ++i) {
        const double part = double(i) / steps;
        cells << QPoint(qRound(from.x() + part * (to.x() - from.x())), qRound(from.y() + part * (to.y() - from.y())));
    }
    return cells;
}

void hatch(QPainter& p, const QRectF& area)
{
    const double first = std::floor((area.left() + area.top()) / hatchEvery) * hatchEvery;
    for (double at = first; at < area.right() + area.bottom(); at += hatchEvery)
        p.drawLine(QPointF(at - area.top(), area.top()), QPointF(at - area.bottom(), area.bottom()));
}

}

void ImageCanvas::setHidden(const QVector<QPoint>& cells, QSize grid)
{
    m_hidden = cells;
    m_hiddenGrid = grid;
    update();
}

void ImageCanvas::setMarks(const QVector<QPoint>& cells)
{
    m_marks = cells;
    update();
}

void ImageCanvas::setBrush(bool on)
{
    if (on == m_brush)
        return;
    m_brush = on;
    m_brushCell.reset();
    if (m_drag == Drag::Paint || m_drag == Drag::Region)
        m_drag = Drag::None;
    updateCursor();
    update();
}

void ImageCanvas::startPainting(QPoint cell, bool hide)
{
    m_drag = Drag::Paint;
    m_paintsHidden = hide;
    m_paintedLast = cell;
    Q_EMIT brushed(underBrush({cell}), hide);
}

void ImageCanvas::setBrushRadius(int patches)
{
    m_brushRadius = patches;
    update();
}

/// Each cell once, in no order that anybody may rely on.
QVector<QPoint> ImageCanvas::underBrush(const QVector<QPoint>& cells) const
{
    const QRect grid(QPoint(), m_hiddenGrid);
    QVector<QPoint> covered;
    for (const QPoint cell : cells) {
        const QRect brush = QRect(cell, QSize(1, 1)).adjusted(-m_brushRadius, -m_brushRadius, m_brushRadius, m_brushRadius) & grid;
        for (int y = brush.top(); y <= brush.bottom(); ++y)
            for (int x = brush.left(); x <= brush.right(); ++x)
                if (m_brushRadius == 0 || !covered.contains({x, y}))
                    covered << QPoint(x, y);
    }
    return covered;
}

void ImageCanvas::paintTo(QPointF view)
{
    const QRectF field = fieldRectInView();
    const QPointF inside(std::clamp(view.x(), field.left(), field.right() - 1e-6),
        std::clamp(view.y(), field.top(), field.bottom() - 1e-6));
    const auto cell = cellAt(inside, m_hiddenGrid);
    if (!cell || *cell == m_paintedLast)
        return;
    const auto cells = stroke(std::exchange(m_paintedLast, *cell), *cell);
    m_brushCell = cell;
    Q_EMIT brushed(underBrush(cells), m_paintsHidden);
}

bool ImageCanvas::brushKey(const QKeyEvent& event)
{
    const auto go = [this](QPoint by) {
        const QPoint from = m_brushCell.value_or(QPoint(m_hiddenGrid.width() / 2, m_hiddenGrid.height() / 2));
        const QPoint to = m_brushCell ? from + by : from;
        m_brushCell
            = QPoint(std::clamp(to.x(), 0, m_hiddenGrid.width() - 1), std::clamp(to.y(), 0, m_hiddenGrid.height() - 1));
        m_view.reveal(m_view.toPicture(brushRectInView(*m_brushCell)));
        update();
        return true;
    };
    switch (event.key()) {
    case Qt::Key_Left:
        return go({-1, 0});
    case Qt::Key_Right:
        return go({1, 0});
    case Qt::Key_Up:
        return go({0, -1});
    case Qt::Key_Down:
        return go({0, 1});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_brushCell)
            Q_EMIT brushed(underBrush({*m_brushCell}), !m_hidden.contains(*m_brushCell));
        return true;
    case Qt::Key_Escape:
        Q_EMIT brushLeft();
        return true;
    default:
        return false;
    }
}

void ImageCanvas::paintHidden(QPainter& p) const
{
    if (m_hidden.isEmpty() || m_field.isEmpty() || !(m_overlayVisible || m_brush))
        return;
    QPainterPath covered;
    covered.setFillRule(Qt::WindingFill);
    for (const QPoint cell : m_hidden)
        covered.addRect(brushRectInView(cell).toAlignedRect());
    p.save();
    p.setClipPath(covered);
    const QRectF area = covered.boundingRect() & QRectF(rect());
    p.fillRect(area, QColor(0, 0, 0, 150));
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(QColor(255, 255, 255, 130), 1.2));
    hatch(p, area);
    p.restore();
}

void ImageCanvas::paintBrush(QPainter& p) const
{
    if (!m_brushCell || m_drag == Drag::Pan)
        return;
    const QPoint reach(m_brushRadius, m_brushRadius);
    const QRectF cell = (brushRectInView(*m_brushCell - reach) | brushRectInView(*m_brushCell + reach)) & fieldRectInView();
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(QColor(0, 0, 0, 160), 4, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    p.drawRect(cell);
    p.setPen(QPen(Qt::white, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    p.drawRect(cell);
}

}
