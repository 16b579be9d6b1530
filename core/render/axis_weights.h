// core/render/axis_weights.h: which cells of a map, and with which weights, make one row or column of pixels.
#pragma once
#include "core/render/look.h"
#include <span>
#include <vector>

namespace patchlight
{

/// Pixels `begin` … `end` − 1 of a target.
struct PixelSpan {
    int begin = 0, end = 0;
    int length() const { return end - begin; }
    bool empty() const { return end <= begin; }
};

/// One axis of a map drawn into a target. Pixel p has its centre at cell coordinate `offset + (p + ½) · step`, where
/// cell c covers [c, c + 1). Pixels with their centre outside the map are not in `pixels()`.
/// Where a pixel covers more than a cell the kernel grows, so that no cell is lost in a thumbnail.
class AxisWeights
{
public:
    AxisWeights(int cells, double offset, double step, int pixelCount, Interpolation interpolation);

    PixelSpan pixels() const { return m_pixels; }
    int cellAt(int pixel) const { return m_cell[index(pixel)]; } ///< the cell that holds the pixel's centre
    int first(int pixel) const { return m_first[index(pixel)]; }
    /// Of the cells from `first` on; they sum to 1.
    std::span<const float> weights(int pixel) const
    {
        return {m_weights.data() + index(pixel) * m_stride, m_count[index(pixel)]};
    }

private:
    std::size_t index(int pixel) const { return static_cast<std::size_t>(pixel - m_pixels.begin); }

    PixelSpan m_pixels;
    std::size_t m_stride = 1;
    std::vector<int> m_cell, m_first;
    std::vector<std::size_t> m_count;
    std::vector<float> m_weights;
};

}
