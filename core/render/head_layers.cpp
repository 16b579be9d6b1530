// core/render/head_layers.cpp: which head has a pixel, and how strongly.
#include "core/render/head_layers.h"
#include "core/render/dim_outside.h"
#include "core/render/head_labels.h"
#include "core/render/map_raster.h"
#include "core/render/patch_lines.h"
#include "core/render/scale_picture.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace patchlight
{
namespace
{

// Chosen one after another as the colour farthest (in OKLab) from those before it, to eyes with three kinds of cones
// and to those that lack one; bright enough to be seen on a photograph.
constexpr std::array<Rgb, 16> kHeadColours{{{195, 105, 15}, {45, 0, 255}, {165, 255, 255}, {120, 165, 240},
    {240, 195, 0}, {150, 30, 105}, {60, 120, 195}, {240, 135, 135}, {240, 255, 150}, {180, 0, 15}, {135, 210, 240},
    {240, 0, 135}, {120, 30, 180}, {180, 225, 165}, {165, 90, 255}, {195, 165, 0}}};

/// With a threshold every patch is kept or not: nothing to smooth.
bool masks(const Look& look)
{
    return look.keepMass < 1;
}

/// One head, ready to be compared with the others.
struct HeadRaster {
    Rgb colour;
    MapRaster raster;
    float mass = 0; ///< sum of the whole map
    ValueRange range; ///< drawn as clear … full

    HeadRaster(
        const HeadLayer& head, const InputGeometry& geometry, const Look& look, RectF source, int width, int height)
        : colour(headColour(head.head)),
          raster(keepMass(head.map, look.keepMass), geometry, masks(look) ? Interpolation::Patches : look.interpolation,
              source, width, height),
          range(look.range.value_or(ValueRange{0, rangeOf(head.map, false).high}))
    {
        for (const float value : head.map.values())
            mass += std::isfinite(value) && value > 0 ? value : 0;
    }
};

struct HeadsTarget {
    RectF source;
    int width, height;
};

/// Of a target row: who has each pixel (−1: nobody) and how strong it is there.
struct RowOwners {
    std::vector<int> owner;
    std::vector<float> share, strength;

    explicit RowOwners(int width) : owner(static_cast<std::size_t>(width)), share(owner.size()), strength(owner.size())
    {
    }
};

class HeadStack
{
public:
    HeadStack(const HeadLayers& heads, const InputGeometry& geometry, const Look& look, const HeadsTarget& to)
        : m_owners(to.width), m_values(m_owners.owner.size()), m_masks(masks(look))
    {
        for (const auto& head : heads)
            if (!head.map.empty())
                m_layers.emplace_back(head, geometry, look, to.source, to.width, to.height);
    }

    const RowOwners& row(int y)
    {
        std::ranges::fill(m_owners.owner, -1);
        std::ranges::fill(m_owners.share, 0.0F);
        for (std::size_t i = 0; i < m_layers.size(); ++i)
            lay(static_cast<int>(i), y);
        return m_owners;
    }
    Rgb colour(int owner) const { return m_layers[static_cast<std::size_t>(owner)].colour; }
    const MapRaster* raster() const { return m_layers.empty() ? nullptr : &m_layers.front().raster; }

private:
    void lay(int index, int y)
    {
        const HeadRaster& layer = m_layers[static_cast<std::size_t>(index)];
        const PixelSpan rows = layer.raster.rows();
        if (y < rows.begin || y >= rows.end || !(layer.mass > 0))
            return;
        const int first = layer.raster.columns().begin;
        layer.raster.values(y, m_values);
        for (const PixelSpan& span : layer.raster.drawn(y))
            for (int x = span.begin; x < span.end; ++x)
                claim(index, static_cast<std::size_t>(x), m_values[static_cast<std::size_t>(x - first)]);
    }
    void claim(int index, std::size_t x, float value)
    {
        const HeadRaster& layer = m_layers[static_cast<std::size_t>(index)];
        const float share = value / layer.mass;
        if (share <= m_owners.share[x])
            return;
        const float reach = layer.range.high - layer.range.low;
        m_owners.owner[x] = index;
        m_owners.share[x] = share;
        m_owners.strength[x] = m_masks ? 1
            : reach > 0                ? std::sqrt(std::clamp((value - layer.range.low) / reach, 0.0F, 1.0F))
                                       : 0;
    }

    std::vector<HeadRaster> m_layers;
    RowOwners m_owners;
    std::vector<float> m_values;
    bool m_masks;
};

/// paint(x, y, colour, strength) for every pixel that a head has.
template <class Paint> void paintHeads(HeadStack& stack, int width, int height, Paint paint)
{
    for (int y = 0; y < height; ++y) {
        const RowOwners& row = stack.row(y);
        for (int x = 0; x < width; ++x)
            if (const auto at = static_cast<std::size_t>(x); row.owner[at] >= 0)
                paint(x, y, stack.colour(row.owner[at]), row.strength[at]);
    }
}

/// The picture's own colours would pass for those of heads. A little darker, so that light ones stand out, too.
void takeColours(Image& image)
{
    const std::size_t count = static_cast<std::size_t>(image.width()) * image.height();
    for (std::uint8_t* pixel = image.data(); pixel < image.data() + 3 * count; pixel += 3)
        std::fill_n(pixel, 3, static_cast<std::uint8_t>((60 * pixel[0] + 118 * pixel[1] + 23 * pixel[2]) >> 8));
}

std::uint8_t mixed(std::uint8_t below, std::uint8_t above, float weight)
{
    return static_cast<std::uint8_t>(
        std::lround(static_cast<float>(below) + (static_cast<float>(above) - static_cast<float>(below)) * weight));
}

}

Image renderHeadsOverlay(const Image& picture, const HeadLayers& heads, const InputGeometry& geometry, const Look& look)
{
    const RectF whole{0, 0, static_cast<double>(picture.width()), static_cast<double>(picture.height())};
    return renderHeadsOverlay(picture, heads, geometry, look, whole, picture.width(), picture.height());
}

Rgb headColour(int head)
{
    return kHeadColours[static_cast<std::size_t>(std::max(0, head)) % kHeadColours.size()];
}

Image renderHeadsLayer(
    const HeadLayers& heads, const InputGeometry& geometry, const Look& look, RectF source, int width, int height)
{
    if (width <= 0 || height <= 0)
        return {};
    Image image{width, height, 4};
    HeadStack stack{heads, geometry, look, {source, width, height}};
    const float opacity = std::clamp(look.opacity, 0.0F, 1.0F);
    paintHeads(stack, width, height, [&](int x, int y, Rgb colour, float strength) {
        std::uint8_t* pixel = image.pixel(x, y);
        std::copy_n(&colour.r, 3, pixel);
        pixel[3] = static_cast<std::uint8_t>(std::lround(opacity * strength * 255.0F));
    });
    return image;
}

Image renderHeadsOverlay(const Image& picture, const HeadLayers& heads, const InputGeometry& geometry, const Look& look,
    RectF source, int width, int height)
{
    if (picture.empty() || width <= 0 || height <= 0)
        return {};
    Image image = scalePicture(picture, source, width, height);
    if (look.opacity > 0)
        takeColours(image);
    HeadStack stack{heads, geometry, look, {source, width, height}};
    const float opacity = std::clamp(look.opacity, 0.0F, 1.0F);
    paintHeads(stack, width, height, [&](int x, int y, Rgb colour, float strength) {
        std::uint8_t* pixel = image.pixel(x, y);
        pixel[0] = mixed(pixel[0], colour.r, opacity * strength);
        pixel[1] = mixed(pixel[1], colour.g, opacity * strength);
        pixel[2] = mixed(pixel[2], colour.b, opacity * strength);
    });
    if (stack.raster() && look.dimOutside && opacity > 0)
        dimOutside(image, *stack.raster());
    if (stack.raster() && look.patchGrid)
        drawPatchLines(image, *stack.raster());
    if (opacity > 0) // they are part of the map
        drawHeadLabels(image, heads, geometry, look, source);
    return image;
}

}
