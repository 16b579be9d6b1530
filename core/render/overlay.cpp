// core/render/overlay.cpp
#include "core/render/overlay.h"
#include "core/render/dim_outside.h"
#include "core/render/paint_map.h"
#include "core/render/patch_lines.h"
#include "core/render/scale_picture.h"
#include <algorithm>
#include <cmath>
#include <cstring>

namespace patchlight
{
namespace
{

constexpr Rgb kNoValue{72, 76, 84}; ///< cells without a value where there is no picture under them

/// A colour of the palette and how much of it is laid on the picture, in 256ths.
struct Tint {
    std::uint16_t r, g, b, above;
};
using Tints = std::array<Tint, 256>;

/// Low values rise fast, a tenth of the scale is seen; but with an end to it: from a root, whose slope at 0 has none, the
/// lowest step of the palette would be an edge, a shape that is not in the picture.
float coverOf(const Palette& palette, const Look& look, int entry)
{
    const float opacity = std::clamp(look.opacity, 0.0F, 1.0F);
    if (look.cover == Cover::Even)
        return opacity;
    const float strength = static_cast<float>(palette.strength(entry)) / 255.0F;
    return opacity * strength * (2 - strength);
}

Tints tintsOf(const Palette& palette, const Look& look)
{
    Tints tints{};
    for (int i = 0; i < 256; ++i) {
        const Rgb colour = palette.table()[static_cast<std::size_t>(i)];
        const auto above = static_cast<std::uint16_t>(std::lround(coverOf(palette, look, i) * 256.0F));
        tints[static_cast<std::size_t>(i)] = {colour.r, colour.g, colour.b, above};
    }
    return tints;
}

/// out = (picture · (256 − above) + colour · above) / 256, rounded; 0 leaves the picture as it is.
void blend(std::uint8_t* pixel, const Tints& tints, const std::uint8_t* entries, int count)
{
    const auto mixed = [](unsigned below, unsigned over, unsigned above) {
        return static_cast<std::uint8_t>((below * (256 - above) + over * above + 128) >> 8);
    };
    for (int i = 0; i < count; ++i, pixel += 3) {
        const Tint& tint = tints[entries[i]];
        pixel[0] = mixed(pixel[0], tint.r, tint.above);
        pixel[1] = mixed(pixel[1], tint.g, tint.above);
        pixel[2] = mixed(pixel[2], tint.b, tint.above);
    }
}

/// Colours of a row's entries, three bytes each.
void lookUp(const Palette& palette, const std::uint8_t* entries, int count, std::uint8_t* out)
{
    for (int i = 0; i < count; ++i, out += 3) {
        const Rgb colour = palette.table()[entries[i]];
        out[0] = colour.r;
        out[1] = colour.g;
        out[2] = colour.b;
    }
}

bool nothingToDraw(const Grid<float>& map, int width, int height)
{
    return map.empty() || width <= 0 || height <= 0;
}

}

Image renderOverlay(const Image& picture, const Grid<float>& map, const InputGeometry& geometry, const Look& look)
{
    const RectF whole{0, 0, static_cast<double>(picture.width()), static_cast<double>(picture.height())};
    return renderOverlay(picture, map, geometry, look, whole, picture.width(), picture.height());
}

Image renderOverlay(const Image& picture, const Grid<float>& map, const InputGeometry& geometry, const Look& look,
    RectF source, int width, int height)
{
    if (picture.empty() || width <= 0 || height <= 0)
        return {};
    Image image = scalePicture(picture, source, width, height);
    if (map.empty())
        return image;
    const MapRaster raster{drawnValues(map, look), geometry, look.interpolation, source, width, height};
    const Palette palette{map, look}; // of the whole map: a threshold must not change the colours of what stays
    const Tints tints = tintsOf(palette, look);
    paintMap(raster, palette, [&](int y, PixelSpan span, const std::uint8_t* entries) {
        blend(image.pixel(span.begin, y), tints, entries, span.length());
    });
    if (look.dimOutside && look.opacity > 0)
        dimOutside(image, raster);
    if (look.patchGrid)
        drawPatchLines(image, raster);
    return image;
}

Image renderLayer(
    const Grid<float>& map, const InputGeometry& geometry, const Look& look, RectF source, int width, int height)
{
    if (nothingToDraw(map, width, height))
        return {};
    Image image{width, height, 4};
    const MapRaster raster{drawnValues(map, look), geometry, look.interpolation, source, width, height};
    const Palette palette{map, look};
    std::array<std::array<std::uint8_t, 4>, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto alpha = static_cast<std::uint8_t>(std::lround(coverOf(palette, look, static_cast<int>(i)) * 255.0F));
        table[i] = {palette.table()[i].r, palette.table()[i].g, palette.table()[i].b, alpha};
    }
    paintMap(raster, palette, [&](int y, PixelSpan span, const std::uint8_t* entries) {
        std::uint8_t* out = image.pixel(span.begin, y);
        for (int i = 0; i < span.length(); ++i, out += 4)
            std::memcpy(out, table[entries[i]].data(), 4);
    });
    return image;
}

Image renderHeatMap(const Grid<float>& map, const Look& look, int width, int height)
{
    if (nothingToDraw(map, width, height))
        return {};
    Image image{width, height};
    for (std::size_t i = 0; i < static_cast<std::size_t>(width) * height; ++i)
        std::memcpy(image.data() + 3 * i, &kNoValue, 3);
    const RectF whole{0, 0, static_cast<double>(map.columns()), static_cast<double>(map.rows())};
    const MapRaster raster{
        drawnValues(map, look), InputGeometry::identity(map.size()), look.interpolation, whole, width, height};
    const Palette palette{map, look};
    paintMap(raster, palette, [&](int y, PixelSpan span, const std::uint8_t* entries) {
        lookUp(palette, entries, span.length(), image.pixel(span.begin, y));
    });
    if (look.patchGrid)
        drawPatchLines(image, raster);
    return image;
}

Image renderAlpha(const Grid<float>& map, const InputGeometry& geometry, const Look& look)
{
    const GridSize size = geometry.picture();
    const RectF whole{0, 0, static_cast<double>(size.columns), static_cast<double>(size.rows)};
    if (nothingToDraw(map, size.columns, size.rows))
        return {};
    Image image{size.columns, size.rows, 4};
    const MapRaster raster{drawnValues(map, look), geometry, look.interpolation, whole, size.columns, size.rows};
    const Palette palette{map, look};
    const float strength = std::clamp(look.opacity, 0.0F, 1.0F);
    paintMap(raster, palette, [&](int y, PixelSpan span, const std::uint8_t* entries) {
        std::uint8_t* out = image.pixel(span.begin, y);
        for (int i = 0; i < span.length(); ++i, out += 4) {
            const Rgb colour = palette.table()[entries[i]];
            const int share = palette.strength(entries[i]);
            out[0] = colour.r;
            out[1] = colour.g;
            out[2] = colour.b;
            out[3] = static_cast<std::uint8_t>(std::lround(static_cast<float>(share) * strength));
        }
    });
    return image;
}

}
