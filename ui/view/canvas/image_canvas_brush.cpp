// ui/view/canvas/image_canvas_brush.cpp: hands mouse and keys to the brush, and paints it and what is hidden.
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

void hatch(QPainter& p, const QRectF& area)
{
    const double first = std::floor((area.left() + area.top()) / hatchEvery) * hatchEvery;
    for (double at = first; at < area.right() + area.bottom(); at += hatchEvery)
        p.drawLine(QPointF(at - area.top(), area.top()), QPointF(at - area.bottom(), area.bottom()));
}

}

void ImageCanvas::setHidden(const QVector<QPoint>& cells, QSize grid)
{
    m_brush.setHidden(cells, grid);
    update();
}

void ImageCanvas::setMarks(const QVector<QPoint>& cells)
{
    m_marks = cells;
    update();
}

void ImageCanvas::setBrush(bool on)
{
    if (on == m_brush.isOn())
        return;
    m_brush.setOn(on);
    if (m_drag == Drag::Paint || m_drag == Drag::Region)
        endDrag();
    updateCursor();
    update();
}

void ImageCanvas::setBrushRadius(int patches)
{
    m_brush.setRadius(patches);
    update();
}

QPointF ImageCanvas::brushPlace(QPointF view) const
{
    const QRectF field = fieldRectInView();
    const QPointF at = insideField(view) - field.topLeft();
    const QSize grid = m_brush.grid();
    return {at.x() / field.width() * grid.width(), at.y() / field.height() * grid.height()};
}

void ImageCanvas::startPainting(QPointF view, bool hide)
{
    m_drag = Drag::Paint;
    ++m_strokes;
    const auto stroke = m_brush.begin(brushPlace(view), hide);
    Q_EMIT brushed(stroke.cells, stroke.hide);
}

void ImageCanvas::paintTo(QPointF view)
{
    const bool any = cellAt(insideField(view), m_brush.grid()).has_value();
    if (const auto stroke = any ? m_brush.goOn(brushPlace(view)) : std::nullopt)
        Q_EMIT brushed(stroke->cells, stroke->hide);
}

bool ImageCanvas::brushKey(const QKeyEvent& event)
{
    const auto go = [this](QPoint by) {
        m_brush.step(by);
        m_view.reveal(m_view.toPicture(brushRectInView(*m_brush.place())));
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
        if (const auto stroke = m_brush.turn())
            Q_EMIT brushed(stroke->cells, stroke->hide);
        return true;
    default:
        return false;
    }
}

void ImageCanvas::paintHidden(QPainter& p) const
{
    if (m_brush.hidden().isEmpty() || m_field.isEmpty() || !(m_overlayVisible || m_brush.isOn()))
        return;
    QPainterPath covered;
    covered.setFillRule(Qt::WindingFill);
    for (const QPoint cell : m_brush.hidden())
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
    if (!m_brush.place() || m_drag == Drag::Pan)
        return;
    const QRect reach = m_brush.reach();
    const QRectF cell = (brushRectInView(reach.topLeft()) | brushRectInView(reach.bottomRight())) & fieldRectInView();
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(QColor(0, 0, 0, 160), 4, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    p.drawRect(cell);
    p.setPen(QPen(Qt::white, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    p.drawRect(cell);
}

}
