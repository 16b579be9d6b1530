// core/render/map_raster.h: a map's values at the pixels of a target, row by row.
#pragma once
#include "core/base/grid.h"
#include "core/image/input_geometry.h"
#include "core/render/axis_weights.h"
#include <span>
#include <vector>

namespace patchlight
{

/// Separable interpolation that keeps cells without a value apart: a pixel is drawn exactly where the cell under its
/// centre has one, and its neighbours' values never come from an empty cell.
/// Cost: columns first, on the map's few rows, so that a target row is a weighted sum of contiguous rows.
class MapRaster
{
public:
    /// `source` in picture pixels is drawn into width × height pixels.
    MapRaster(const Grid<float>& map, const InputGeometry& geometry, Interpolation interpolation, RectF source,
        int width, int height);

    PixelSpan columns() const { return m_columns.pixels(); } ///< the target columns that the network saw
    PixelSpan rows() const { return m_rows.pixels(); }
    /// The stretches of a target row that are drawn, left to right.
    std::span<const PixelSpan> drawn(int row) const;
    /// Values of a target row at `columns()`; meaningless outside `drawn`.
    void values(int row, std::span<float> out) const;

    const AxisWeights& columnWeights() const { return m_columns; }
    const AxisWeights& rowWeights() const { return m_rows; }

private:
    AxisWeights m_columns, m_rows;
    std::vector<float> m_widened; ///< map rows × target columns
    std::vector<std::vector<PixelSpan>> m_drawn; ///< per map row
};

}
