// ui/view/canvas/brush_tool.cpp
#include "ui/view/canvas/brush_tool.h"
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace patchlight
{
namespace
{

QPoint cellOf(QPointF place)
{
    return {static_cast<int>(std::floor(place.x())), static_cast<int>(std::floor(place.y()))};
}

/// Where on the way from 0 to 1 between two coordinates the edges of cells lie.
void addEdges(std::vector<double>& cuts, double from, double to)
{
    for (double edge = std::floor(std::min(from, to)) + 1; edge < std::max(from, to); ++edge)
        cuts.push_back((edge - from) / (to - from));
}

/// Cut at every edge, each part of the line lies within one cell.
QVector<QPoint> passed(QPointF from, QPointF to)
{
    std::vector<double> cuts{0, 1};
    addEdges(cuts, from.x(), to.x());
    addEdges(cuts, from.y(), to.y());
    std::sort(cuts.begin(), cuts.end());
    QVector<QPoint> cells;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
        constexpr double touched = 1e-9; // a corner alone is no part
        if (cuts[i] - cuts[i - 1] > touched)
            cells << cellOf(from + (to - from) * ((cuts[i - 1] + cuts[i]) / 2));
    }
    if (cells.isEmpty() || cells.back() != cellOf(to))
        cells << cellOf(to);
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

BrushTool::Stroke BrushTool::begin(QPointF at, bool hide)
{
    m_last = at;
    m_hides = hide;
    return {covered({cellOf(at)}), m_hides};
}

std::optional<BrushTool::Stroke> BrushTool::goOn(QPointF to)
{
    const QPointF from = std::exchange(m_last, to);
    if (cellOf(from) == cellOf(to))
        return std::nullopt;
    m_place = cellOf(to);
    return Stroke{covered(passed(from, to)), m_hides};
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
