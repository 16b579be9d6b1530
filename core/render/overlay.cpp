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

/// out = (picture · (256 − weight) + colour · weight) / 256, rounded; weight 0 leaves the picture as it is.
void blend(std::uint8_t* pixels, const std::uint8_t* colours, std::size_t count, unsigned weight)
{
    const auto above = static_cast<std::uint16_t>(weight);
    const auto below = static_cast<std::uint16_t>(256 - weight);
    for (std::size_t i = 0; i < count; ++i)
        pixels[i] = static_cast<std::uint8_t>((pixels[i] * below + colours[i] * above + 128) >> 8);
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

unsigned weightOf(float opacity)
{
    return static_cast<unsigned>(std::lround(std::clamp(opacity, 0.0F, 1.0F) * 256.0F));
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
    const MapRaster raster{keepMass(map, look.keepMass), geometry, look.interpolation, source, width, height};
    const Palette palette{map, look}; // of the whole map: a threshold must not change the colours of what stays
    const unsigned weight = weightOf(look.opacity);
    std::vector<std::uint8_t> row(image.bytesPerRow());
    paintMap(raster, palette, [&](int y, PixelSpan span, const std::uint8_t* entries) {
        lookUp(palette, entries, span.length(), row.data());
        blend(image.pixel(span.begin, y), row.data(), static_cast<std::size_t>(span.length()) * 3, weight);
    });
    if (look.dimOutside && weight > 0)
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
    const MapRaster raster{keepMass(map, look.keepMass), geometry, look.interpolation, source, width, height};
    const Palette palette{map, look};
    const auto alpha = static_cast<std::uint8_t>(std::lround(std::clamp(look.opacity, 0.0F, 1.0F) * 255.0F));
    std::array<std::array<std::uint8_t, 4>, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = {palette.table()[i].r, palette.table()[i].g, palette.table()[i].b, alpha};
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
        keepMass(map, look.keepMass), InputGeometry::identity(map.size()), look.interpolation, whole, width, height};
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
    const MapRaster raster{keepMass(map, look.keepMass), geometry, look.interpolation, whole, size.columns, size.rows};
    const Palette palette{map, look};
    const float strength = std::clamp(look.opacity, 0.0F, 1.0F);
    paintMap(raster, palette, [&](int y, PixelSpan span, const std::uint8_t* entries) {
        std::uint8_t* out = image.pixel(span.begin, y);
        for (int i = 0; i < span.length(); ++i, out += 4) {
            const Rgb colour = palette.table()[entries[i]];
            const int share = palette.diverging() ? std::abs(2 * entries[i] - 255) : entries[i];
            out[0] = colour.r;
            out[1] = colour.g;
            out[2] = colour.b;
            out[3] = static_cast<std::uint8_t>(std::lround(static_cast<float>(share) * strength));
        }
    });
    return image;
}

}
