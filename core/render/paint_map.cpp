// core/render/paint_map.cpp
#include "core/render/paint_map.h"
#include "core/render/overlay.h"
#include <algorithm>
#include <cstdlib>

namespace patchlight
{
namespace
{

bool isDiverging(ColourMap map)
{
    return std::ranges::any_of(
        colourMaps(), [map](const ColourMapInfo& info) { return info.map == map && info.diverging; });
}

}

Palette::Palette(const Grid<float>& map, const Look& look)
    : m_table(colours(look.colours)), m_diverging(isDiverging(look.colours))
{
    const ValueRange range = look.range.value_or(rangeOf(map, m_diverging));
    if (range.high > range.low)
        m_scale = 255.0F / (range.high - range.low);
    m_shift = m_scale > 0 ? 0.5F - range.low * m_scale : m_diverging ? 128.0F : 0.5F;
}

int Palette::strength(int entry) const
{
    return m_diverging ? std::abs(2 * entry - 255) : entry;
}

Grid<float> drawnValues(const Grid<float>& map, const Look& look)
{
    Grid<float> drawn = keepMass(map, look.keepMass);
    const bool smooth = look.interpolation != Interpolation::Patches;
    if (smooth && look.range && look.range->low < look.range->high)
        for (float& value : drawn.values())
            value = std::clamp(value, look.range->low, look.range->high); // no number stays none
    return drawn;
}

void Palette::entries(std::span<const float> values, std::span<std::uint8_t> out) const
{
    const float scale = m_scale, shift = m_shift;
    for (std::size_t i = 0; i < values.size(); ++i) {
        float entry = values[i] * scale + shift;
        entry = entry < 0.0F ? 0.0F : entry;
        entry = entry > 255.0F ? 255.0F : entry;
        out[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(entry));
    }
}

}
