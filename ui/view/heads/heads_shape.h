// ui/view/heads/heads_shape.h: which layer and head stands where in the grid of thumbnails.
#pragma once
#include <QPoint>
#include <QSize>
#include <QVector>
#include <optional>

namespace patchlight
{

/// One thumbnail; `head` −1 is the fused head of its layer.
struct HeadCell {
    int layer = 0;
    int head = 0;
    bool operator==(const HeadCell&) const = default;
    bool fused() const { return head < 0; }
};

/// What was done to a head.
enum class HeadMark { None, Off, Uniform, Mean };

/// Unordered: a column per layer, heads from top to bottom, the fused head last; folded, several columns per layer,
/// heads from left to right and then down. Ordered: the given cells flow down
/// the columns from the left, `rows` to a column.
class HeadsShape
{
public:
    HeadsShape() = default;
    HeadsShape(QVector<int> headsPerLayer, bool fused) : m_heads(std::move(headsPerLayer)), m_fused(fused) { }

    void setOrder(QVector<HeadCell> order) { m_order = std::move(order); }
    /// Cells to a column when ordered.
    void setFlowRows(int rows) { m_flowRows = rows < 1 ? 1 : rows; }
    /// Columns to a layer when not ordered.
    void setFold(int columns) { m_fold = columns < 1 ? 1 : columns; }
    int fold() const { return ordered() ? 1 : m_fold; }
    /// Thumbnails of the layer with the most heads.
    int mostCells() const { return mostHeads() + (m_fused ? 1 : 0); }
    bool ordered() const { return !m_order.isEmpty(); }
    bool isEmpty() const { return m_heads.isEmpty(); }
    bool hasFused() const { return m_fused; }
    int layers() const { return static_cast<int>(m_heads.size()); }
    int heads(int layer) const { return m_heads.value(layer); }
    int mostHeads() const;

    int rows() const;
    int columns() const;
    /// Nothing where a layer has fewer heads than another.
    std::optional<HeadCell> at(int column, int row) const;
    std::optional<QPoint> placeOf(HeadCell) const; ///< x: column, y: row
    /// The cell that the arrow keys reach; in a column with fewer cells the nearest.
    HeadCell moved(HeadCell from, int byColumns, int byRows) const;
    /// The next or previous in reading order: down a column, then the next column. Stays at the ends.
    HeadCell stepped(HeadCell from, int by) const;

private:
    int fusedPlace(int layer) const;

    QVector<int> m_heads;
    bool m_fused = false;
    QVector<HeadCell> m_order;
    int m_flowRows = 3;
    int m_fold = 1;
};

}
