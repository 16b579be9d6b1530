// core/render/colour_layers.cpp: each channel is a grey map; of its picture only that channel is kept.
#include "core/render/colour_layers.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

Look grey(Look look)
{
    look.colours = ColourMap::Grey;
    look.range = ValueRange{0, 1};
    look.keepMass = 1;
    look.cover = Cover::Even; // dark is a colour here, not a low value
    return look;
}

/// render(grid) gives pictures of one size; the first one's alpha stays.
template <class Render> Image merged(const std::vector<Grid<float>>& channels, Render render)
{
    if (channels.size() != 3)
        return {};
    Image all = render(channels[0]);
    for (std::size_t channel = 1; channel < 3; ++channel) {
        const Image one = render(channels[channel]);
        const auto step = static_cast<std::size_t>(all.channels());
        const std::size_t bytes = step * static_cast<std::size_t>(all.width()) * static_cast<std::size_t>(all.height());
        for (std::size_t i = channel; i < bytes; i += step)
            all.data()[i] = one.data()[i];
    }
    return all;
}

}

Image renderColoursOverlay(
    const Image& picture, const std::vector<Grid<float>>& channels, const InputGeometry& geometry, const Look& look)
{
    return merged(
        channels, [&](const Grid<float>& channel) { return renderOverlay(picture, channel, geometry, grey(look)); });
}

Image renderColoursLayer(const std::vector<Grid<float>>& channels, const InputGeometry& geometry, const Look& look,
    RectF source, int width, int height)
{
    return merged(channels,
        [&](const Grid<float>& channel) { return renderLayer(channel, geometry, grey(look), source, width, height); });
}

Image renderColoursAlone(const std::vector<Grid<float>>& channels, const Look& look, int side)
{
    return merged(channels, [&](const Grid<float>& channel) {
        const double scale = static_cast<double>(side) / std::max({1, channel.rows(), channel.columns()});
        const auto pixels = [scale](int cells) { return std::max(1, static_cast<int>(std::lround(cells * scale))); };
        return renderHeatMap(channel, grey(look), pixels(channel.columns()), pixels(channel.rows()));
    });
}

}
