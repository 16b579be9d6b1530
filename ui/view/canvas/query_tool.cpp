// ui/view/canvas/query_tool.cpp
#include "ui/view/canvas/query_tool.h"
#include <algorithm>

namespace patchlight
{

void QueryTool::setPossible(bool possible, const QString& why)
{
    m_possible = possible;
    m_whyNot = why;
}

const QString& QueryTool::refusal(bool inverse) const
{
    static const QString none;
    return !m_possible ? m_whyNot : inverse ? m_whyNotInverse : none;
}

CanvasQuery QueryTool::clicked(QPoint cell, bool inverse)
{
    return inverse ? CanvasQuery::inverse(cell) : CanvasQuery::patch(cell);
}

CanvasQuery QueryTool::dragged(QPoint from, QPoint to)
{
    return CanvasQuery::region({QPoint(std::min(from.x(), to.x()), std::min(from.y(), to.y())),
        QPoint(std::max(from.x(), to.x()), std::max(from.y(), to.y()))});
}

std::optional<CanvasQuery> QueryTool::moved(QPoint by, bool toEdge, bool extend) const
{
    if (m_grid.isEmpty() || !m_possible)
        return std::nullopt;
    const QPoint from = asksPatches() ? m_query.cells.bottomRight() : QPoint(m_grid.width() / 2, m_grid.height() / 2);
    const int step = toEdge ? std::max(m_grid.width(), m_grid.height()) : 1;
    const QPoint wanted = asksPatches() || toEdge ? from + by * step : from;
    const QPoint to(
        std::clamp(wanted.x(), 0, m_grid.width() - 1), std::clamp(wanted.y(), 0, m_grid.height() - 1));
    if (extend && asksPatches())
        return CanvasQuery::region(QRect(m_query.cells.topLeft(), to).normalized());
    return clicked(to, m_query.kind == CanvasQuery::Kind::Inverse);
}

}
