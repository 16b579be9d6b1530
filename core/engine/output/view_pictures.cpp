// core/engine/output/view_pictures.cpp
#include "core/engine/output/view_pictures.h"
#include "core/render/drawing.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr Rgb kGround{32, 32, 32};
constexpr int kTileGap = 2;

std::uint8_t byteOf(float value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255.0F));
}

/// rows × columns × 3 values, each a square of `cell` pixels.
Image squares(const float* values, int rows, int columns, int cell)
{
    Image picture(columns * cell, rows * cell);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const float* from = values + (y / cell * columns + x / cell) * 3;
            std::transform(from, from + 3, picture.pixel(x, y), byteOf);
        }
    return picture;
}

/// `tiles` in rows of `columns`, a gap around each.
Image tiled(const std::vector<Image>& tiles, int columns)
{
    const int count = static_cast<int>(tiles.size()), rows = (count + columns - 1) / columns;
    const int width = tiles.front().width() + kTileGap, height = tiles.front().height() + kTileGap;
    Page page(columns * width + kTileGap, rows * height + kTileGap, kGround);
    for (int i = 0; i < count; ++i)
        page.place(tiles[static_cast<std::size_t>(i)], kTileGap + i % columns * width, kTileGap + i / columns * height);
    return std::move(page).take();
}

Image likenessTile(const Grid<float>& map, const std::array<Rgb, 256>& table, int cell)
{
    std::vector<float> rgb;
    for (const float value : map.values()) {
        const Rgb colour = table[byteOf((value + 1) / 2)];
        for (const std::uint8_t part : {colour.r, colour.g, colour.b})
            rgb.push_back(static_cast<float>(part) / 255.0F);
    }
    return squares(rgb.data(), map.rows(), map.columns(), cell);
}

}

Image coloursPicture(const NdArray& rgb, int cell)
{
    return squares(rgb.values.data(), static_cast<int>(rgb.dim(0)), static_cast<int>(rgb.dim(1)), cell);
}

Image filtersPicture(const NdArray& filters, int side)
{
    const int count = static_cast<int>(filters.dim(0)), pixels = static_cast<int>(filters.dim(1));
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    const int cell = std::max(1, side / (columns * pixels));
    std::vector<Image> tiles;
    for (int i = 0; i < count; ++i)
        tiles.push_back(squares(
            filters.values.data() + static_cast<std::ptrdiff_t>(i) * pixels * pixels * 3, pixels, pixels, cell));
    return tiled(tiles, columns);
}

Image positionsPicture(const PositionSimilarity& positions, ColourMap map, int side)
{
    const GridSize grid = positions.grid;
    const int cell = std::max(1, side / (grid.columns * grid.columns));
    std::vector<Image> tiles;
    for (int i = 0; i < grid.count(); ++i)
        tiles.push_back(likenessTile(positions.of({i / grid.columns, i % grid.columns}), colours(map), cell));
    return tiled(tiles, grid.columns);
}

}
