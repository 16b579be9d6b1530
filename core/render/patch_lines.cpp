// core/render/patch_lines.cpp
#include "core/render/patch_lines.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr int kSmallestCell = 4;

/// The first pixel of every cell but the first one in view.
std::vector<int> borders(const AxisWeights& axis)
{
    std::vector<int> found;
    for (int p = axis.pixels().begin + 1; p < axis.pixels().end; ++p) {
        if (axis.cellAt(p) != axis.cellAt(p - 1))
            found.push_back(p);
    }
    return found;
}

bool areTooDense(const std::vector<int>& lines, const AxisWeights& axis)
{
    return static_cast<int>(lines.size()) * kSmallestCell > axis.pixels().length();
}

void lighten(std::uint8_t* pixel)
{
    for (int c = 0; c < 3; ++c)
        pixel[c] = static_cast<std::uint8_t>((pixel[c] * 5 + 255 * 3) / 8);
}

}

void drawPatchLines(Image& image, const MapRaster& raster)
{
    const auto columns = borders(raster.columnWeights());
    const auto rows = borders(raster.rowWeights());
    if (areTooDense(columns, raster.columnWeights()) || areTooDense(rows, raster.rowWeights()))
        return;
    for (const int y : rows) {
        for (int x = raster.columns().begin; x < raster.columns().end; ++x)
            lighten(image.pixel(x, y));
    }
    for (const int x : columns) {
        for (int y = raster.rows().begin; y < raster.rows().end; ++y) {
            const bool crossing
                = raster.rowWeights().cellAt(y) != raster.rowWeights().cellAt(std::max(y - 1, raster.rows().begin));
            if (!crossing)
                lighten(image.pixel(x, y));
        }
    }
}

}
