// ui/view/canvas/map_values.cpp: values, ranks and their words.
#include "ui/view/canvas/map_values.h"
#include "ui/adapter/texts.h"
#include "ui/view/theme/number_text.h"
#include <QRect>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace patchlight
{

using namespace Qt::StringLiterals;

MapValues::MapValues(QVector<float> values, QSize grid, QSize picture)
    : m_values(std::move(values)), m_grid(grid), m_picture(picture.isEmpty() ? grid : picture)
{
    if (m_values.size() != qsizetype(grid.width()) * grid.height()) {
        *this = MapValues();
        return;
    }
    QVector<int> order(m_values.size());
    std::iota(order.begin(), order.end(), 0);
    const auto visible = [this](int i) { return std::isfinite(m_values[i]); };
    const auto end = std::stable_partition(order.begin(), order.end(), visible);
    std::stable_sort(order.begin(), end, [this](int a, int b) { return m_values[a] > m_values[b]; });
    m_visible = static_cast<int>(end - order.begin());
    m_alike = m_visible > 0 && m_values[order[0]] == m_values[order[m_visible - 1]];
    m_ranks.fill(0, m_values.size());
    for (int i = 0; i < m_visible; ++i) {
        const bool tied = i > 0 && m_values[order[i]] == m_values[order[i - 1]];
        m_ranks[order[i]] = tied ? m_ranks[order[i - 1]] : i + 1;
    }
}

int MapValues::index(QPoint cell) const
{
    return QRect(QPoint(), m_grid).contains(cell) ? cell.y() * m_grid.width() + cell.x() : -1;
}

float MapValues::at(QPoint cell) const
{
    return m_values.value(index(cell), std::numeric_limits<float>::quiet_NaN());
}

int MapValues::rank(QPoint cell) const
{
    return m_ranks.value(index(cell), 0);
}

QString MapValues::placeOf(QPoint cell) const
{
    const auto sizeOf = [](QSize grid) { return GridSize{grid.height(), grid.width()}; };
    return placeText({cell.y(), cell.x()}, sizeOf(m_grid), sizeOf(m_picture));
}

QString MapValues::readOut(QPoint cell) const
{
    const QString place = placeOf(cell);
    if (isEmpty())
        return place;
    const QString gap = u"  ·  "_s;
    if (rank(cell) == 0)
        return place + gap + tr("out of this query's sight");
    if (m_alike)
        return place + gap + valueText(at(cell));
    return place + gap + valueText(at(cell)) + gap + tr("rank %1 of %2").arg(rank(cell)).arg(m_visible);
}

QString MapValues::spoken(QPoint cell) const
{
    const QString place = placeOf(cell);
    if (rank(cell) == 0)
        return place;
    if (m_alike)
        return tr("%1, attention %2").arg(place, valueText(at(cell), 3));
    return tr("%1, attention %2, rank %3").arg(place, valueText(at(cell), 3)).arg(rank(cell));
}

}
