// ui/view/canvas/brush_tool.cpp
#include "ui/view/canvas/brush_tool.h"
#include <algorithm>
#include <cstdlib>
#include <utility>

namespace patchlight
{
namespace
{

QVector<QPoint> straight(QPoint from, QPoint to)
{
    const int steps = std::max({std::abs(to.x() - from.x()), std::abs(to.y() - from.y()), 1});
    QVector<QPoint> cells;
    for (int i = 0; i <= steps; ++i) {
        const double part = double(i) / steps;
        cells << QPoint(qRound(from.x() + part * (to.x() - from.x())), qRound(from.y() + part * (to.y() - from.y())));
    }
    return cells;
}

}

void BrushTool::setHidden(const QVector<QPoint>& cells, QSize grid)
{
    m_hidden = cells;
    m_grid = grid;
}

void BrushTool::setOn(bool on)
{
    m_on = on;
    m_place.reset();
}

void BrushTool::step(QPoint by)
{
    const QPoint to = m_place ? *m_place + by : QPoint(m_grid.width() / 2, m_grid.height() / 2);
    m_place = QPoint(std::clamp(to.x(), 0, std::max(0, m_grid.width() - 1)),
        std::clamp(to.y(), 0, std::max(0, m_grid.height() - 1)));
}

QRect BrushTool::reach() const
{
    return m_place ? QRect(*m_place, QSize(1, 1)).adjusted(-m_radius, -m_radius, m_radius, m_radius) : QRect();
}

BrushTool::Stroke BrushTool::begin(QPoint cell, bool hide)
{
    m_last = cell;
    m_hides = hide;
    return {covered({cell}), m_hides};
}

std::optional<BrushTool::Stroke> BrushTool::goOn(QPoint cell)
{
    if (cell == m_last)
        return std::nullopt;
    m_place = cell;
    return Stroke{covered(straight(std::exchange(m_last, cell), cell)), m_hides};
}

std::optional<BrushTool::Stroke> BrushTool::turn() const
{
    return m_place ? std::optional(Stroke{covered({*m_place}), !m_hidden.contains(*m_place)}) : std::nullopt;
}

QVector<QPoint> BrushTool::covered(const QVector<QPoint>& cells) const
{
    const QRect grid(QPoint(), m_grid);
    QVector<QPoint> all;
    for (const QPoint cell : cells) {
        const QRect brush = QRect(cell, QSize(1, 1)).adjusted(-m_radius, -m_radius, m_radius, m_radius) & grid;
        for (int y = brush.top(); y <= brush.bottom(); ++y)
            for (int x = brush.left(); x <= brush.right(); ++x)
                if (m_radius == 0 || !all.contains({x, y}))
                    all << QPoint(x, y);
    }
    return all;
}

}
