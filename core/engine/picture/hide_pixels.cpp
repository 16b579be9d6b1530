// core/engine/picture/hide_pixels.cpp
#include "core/engine/picture/hide_pixels.h"
#include "core/base/cells.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{

void hidePixels(const Interventions& changes, GridSize grid, const PreprocessProfile& profile, Image& seen)
{
    if (changes.hideWith != HideWith::Mean || seen.empty())
        return;
    const auto row = [&](int cell) { return cellStart(cell, grid.rows, seen.height()); };
    const auto column = [&](int cell) { return cellStart(cell, grid.columns, seen.width()); };
    for (const Cell cell : changes.hidden)
        for (int y = row(cell.row); y < row(cell.row + 1); ++y)
            for (int x = column(cell.column); x < column(cell.column + 1); ++x)
                for (int channel = 0; channel < 3; ++channel)
                    seen.pixel(x, y)[channel]
                        = static_cast<std::uint8_t>(std::lround(
                            std::clamp(profile.mean[static_cast<std::size_t>(profile.channels == 1 ? 0 : channel)] / profile.scale, 0.0F, 255.0F)));
}

}
