// core/render/paint_map.h: the values of a map as colours, one target row at a time.
#pragma once
#include "core/base/image.h"
#include "core/render/look.h"
#include "core/render/map_raster.h"
#include <array>

namespace patchlight
{

/// Turns values into entries of the look's 256 colours.
class Palette
{
public:
    /// `map` gives the range where the look has none.
    Palette(const Grid<float>& map, const Look& look);

    /// 0 for the lowest colour … 255 for the highest; values beyond the range take its ends.
    void entries(std::span<const float> values, std::span<std::uint8_t> out) const;
    const std::array<Rgb, 256>& table() const { return m_table; }
    bool diverging() const { return m_diverging; }
    /// How strong each entry is, 0 … 255: its height; of two-sided colours its distance from the middle.
    int strength(int entry) const;

private:
    const std::array<Rgb, 256>& m_table;
    bool m_diverging;
    float m_scale = 0, m_shift = 0;
};

/// The cells that are drawn; of smooth maps within the range that is drawn: a smooth curve through a value far above the
/// scale would swing about it and draw rings that no cell has.
Grid<float> drawnValues(const Grid<float>& map, const Look& look);

/// Calls paint(y, span, entries of that span) for every drawn stretch of the target.
template <class Paint> void paintMap(const MapRaster& raster, const Palette& palette, Paint paint)
{
    const auto count = static_cast<std::size_t>(raster.columns().length());
    std::vector<float> values(count);
    std::vector<std::uint8_t> entries(count);
    for (int y = raster.rows().begin; y < raster.rows().end; ++y) {
        raster.values(y, values);
        palette.entries(values, entries);
        for (const PixelSpan& span : raster.drawn(y))
            paint(y, span, entries.data() + (span.begin - raster.columns().begin));
    }
}

}
