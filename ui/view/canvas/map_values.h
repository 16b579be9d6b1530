// ui/view/canvas/map_values.h: the values of the map on screen, as the read-out and a screen reader tell them.
#pragma once
#include <QCoreApplication>
#include <QPoint>
#include <QSize>
#include <QString>
#include <QVector>

namespace patchlight
{

/// Row-major on a grid of columns × rows; NaN where the query cannot see. A cell is QPoint(column, row).
class MapValues
{
    Q_DECLARE_TR_FUNCTIONS(MapValues)
public:
    MapValues() = default;
    /// `picture`: the patches of the picture, by which a coarser grid is named beside its cells; empty: the same grid.
    /// Cost: one sort of the values.
    MapValues(QVector<float> values, QSize grid, QSize picture = {});

    bool isEmpty() const { return m_values.isEmpty(); }
    QSize grid() const { return m_grid; }
    float at(QPoint cell) const;
    /// 1 for the largest; 0 for a NaN. Equal values share the better rank; told only where not all are equal.
    int rank(QPoint cell) const;

    /// "row 3, column 4 · 0.0021 · rank 2 of 196"; on a grid of its own "row 3, column 4 of 8 × 8 places · …". Rows and
    /// columns count from 0, as on the command line.
    QString readOut(QPoint cell) const;
    /// "row 3 of 14, column 7, attention 0.124, rank 5".
    QString spoken(QPoint cell) const;

private:
    int index(QPoint cell) const;
    QString placeOf(QPoint cell) const;
    QVector<float> m_values;
    QVector<int> m_ranks;
    QSize m_grid, m_picture;
    int m_visible = 0;
    bool m_alike = false; ///< those that are visible: none is before another
};

}
