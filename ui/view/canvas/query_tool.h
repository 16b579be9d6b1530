// ui/view/canvas/query_tool.h: from clicks, drags and arrows on the patches to what is asked of them. No events, no
// painting.
#pragma once
#include "ui/view/canvas/canvas_query.h"
#include <QSize>
#include <QString>
#include <optional>

namespace patchlight
{

/// Cells are QPoint(column, row) of the map's grid.
class QueryTool
{
public:
    void setGrid(QSize grid) { m_grid = grid; }
    QSize grid() const { return m_grid; }
    /// What is asked now.
    void setQuery(const CanvasQuery& query) { m_query = query; }
    const CanvasQuery& query() const { return m_query; }
    bool asksPatches() const { return m_query.kind != CanvasQuery::Kind::None; }
    void setPossible(bool possible, const QString& why);
    bool possible() const { return m_possible; }
    const QString& whyNot() const { return m_whyNot; } ///< where it is not possible
    /// Who looks at a patch; empty: it can be asked.
    void setWhyNotInverse(const QString& why) { m_whyNotInverse = why; }
    /// Why nothing is asked of a patch by a click; empty where it is.
    const QString& refusal(bool inverse) const;

    static CanvasQuery clicked(QPoint cell, bool inverse);
    /// From corner to corner, in any order.
    static CanvasQuery dragged(QPoint from, QPoint to);
    /// One step by the arrows, or to the edge. From a token the first step lands in the middle; `extend` makes a region.
    /// Nothing where no patch can be asked.
    std::optional<CanvasQuery> moved(QPoint by, bool toEdge, bool extend) const;

private:
    QSize m_grid;
    CanvasQuery m_query;
    QString m_whyNot, m_whyNotInverse;
    bool m_possible = true;
};

}
