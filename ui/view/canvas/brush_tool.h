// ui/view/canvas/brush_tool.h: the brush that hides patches and shows them again: what is hidden, where the brush is and
// what a stroke covers. No events, no painting.
#pragma once
#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QSize>
#include <QVector>
#include <optional>

namespace patchlight
{

/// Cells are QPoint(column, row) of its own grid, which may be finer than the map's.
class BrushTool
{
public:
    struct Stroke {
        QVector<QPoint> cells; ///< each once, in no order that anybody may rely on
        bool hide = true; ///< else they are shown again
    };

    void setHidden(const QVector<QPoint>& cells, QSize grid);
    const QVector<QPoint>& hidden() const { return m_hidden; }
    QSize grid() const { return m_grid; }

    void setOn(bool on);
    bool isOn() const { return m_on; }
    /// It covers this many patches to every side of the one that it is on.
    void setRadius(int patches) { m_radius = patches; }

    /// Under the cursor, or where the arrows took it; nowhere outside the patches.
    const std::optional<QPoint>& place() const { return m_place; }
    void setPlace(std::optional<QPoint> cell) { m_place = cell; }
    /// The first step puts it into the middle; it stays on the grid.
    void step(QPoint by);
    /// The cells covered where it is, which may reach past the grid.
    QRect reach() const;

    /// Places are counted in cells: (0.5, 0.5) is the middle of the first.
    Stroke begin(QPointF at, bool hide);
    /// Every cell that the line from the last place to this one passes through: a fast mouse leaves none out. Nothing
    /// while it stays on its cell.
    std::optional<Stroke> goOn(QPointF to);
    /// What it covers, the other way round. Nothing where it is nowhere.
    std::optional<Stroke> turn() const;

private:
    QVector<QPoint> covered(const QVector<QPoint>& cells) const;

    QVector<QPoint> m_hidden;
    QSize m_grid;
    std::optional<QPoint> m_place;
    QPointF m_last; ///< of the stroke under way
    int m_radius = 0;
    bool m_on = false, m_hides = true;
};

}
