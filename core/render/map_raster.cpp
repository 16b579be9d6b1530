// core/render/map_raster.cpp
#include "core/render/map_raster.h"
#include "core/render/fill_gaps.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

AxisWeights columnsOf(const Grid<float>& map, const InputGeometry& geometry, Interpolation how, RectF source, int width)
{
    const double cells = map.columns();
    const double perPixel = cells / geometry.input().columns;
    const double left = geometry.pictureToInput({source.x, source.y}).x;
    const double right = geometry.pictureToInput({source.x + source.width, source.y}).x;
    return {map.columns(), left * perPixel, (right - left) * perPixel / width, width, how};
}

AxisWeights rowsOf(const Grid<float>& map, const InputGeometry& geometry, Interpolation how, RectF source, int height)
{
    const double cells = map.rows();
    const double perPixel = cells / geometry.input().rows;
    const double top = geometry.pictureToInput({source.x, source.y}).y;
    const double bottom = geometry.pictureToInput({source.x, source.y + source.height}).y;
    return {map.rows(), top * perPixel, (bottom - top) * perPixel / height, height, how};
}

std::vector<PixelSpan> drawnStretches(const Grid<float>& map, int row, const AxisWeights& columns)
{
    std::vector<PixelSpan> stretches;
    for (int x = columns.pixels().begin; x < columns.pixels().end; ++x) {
        if (!std::isfinite(map.at({row, columns.cellAt(x)})))
            continue;
        if (stretches.empty() || stretches.back().end != x)
            stretches.push_back({x, x});
        stretches.back().end = x + 1;
    }
    return stretches;
}

}

MapRaster::MapRaster(const Grid<float>& map, const InputGeometry& geometry, Interpolation interpolation, RectF source,
    int width, int height)
    : m_columns(columnsOf(map, geometry, interpolation, source, width)),
      m_rows(rowsOf(map, geometry, interpolation, source, height))
{
    const Grid<float> whole = withoutGaps(map);
    m_widened.reserve(static_cast<std::size_t>(map.rows()) * columns().length());
    for (int row = 0; row < map.rows(); ++row) {
        for (int x = columns().begin; x < columns().end; ++x) {
            Cell cell{row, m_columns.first(x)};
            float sum = 0;
            for (const float weight : m_columns.weights(x)) {
                sum += weight * whole.at(cell);
                ++cell.column;
            }
            m_widened.push_back(sum);
        }
        m_drawn.push_back(drawnStretches(map, row, m_columns));
    }
}

std::span<const PixelSpan> MapRaster::drawn(int row) const
{
    return m_drawn[static_cast<std::size_t>(m_rows.cellAt(row))];
}

void MapRaster::values(int row, std::span<float> out) const
{
    const auto count = static_cast<std::size_t>(columns().length());
    const float* from = m_widened.data() + static_cast<std::size_t>(m_rows.first(row)) * count;
    std::fill_n(out.begin(), count, 0.0F);
    for (const float weight : m_rows.weights(row)) {
        for (std::size_t x = 0; x < count; ++x)
            out[x] += weight * from[x];
        from += count;
    }
}

}
