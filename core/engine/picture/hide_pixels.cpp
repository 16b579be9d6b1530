// core/engine/picture/hide_pixels.cpp
#include "core/engine/picture/hide_pixels.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{

void hidePixels(const Interventions& wish, GridSize grid, const PreprocessProfile& profile, Image& seen)
{
    if (wish.hideWith != HideWith::Mean || seen.empty())
        return;
    const int height = seen.height() / grid.rows, width = seen.width() / grid.columns;
    for (const Cell cell : wish.hidden)
        for (int y = cell.row * height; y < (cell.row + 1) * height; ++y)
            for (int x = cell.column * width; x < (cell.column + 1) * width; ++x)
                for (int channel = 0; channel < 3; ++channel)
                    seen.pixel(x, y)[channel]
                        = static_cast<std::uint8_t>(std::lround(
                            std::clamp(profile.mean[static_cast<std::size_t>(channel)] / profile.scale, 0.0F, 255.0F)));
}

}
