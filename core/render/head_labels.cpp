// core/render/head_labels.cpp
#include "core/render/head_labels.h"
#include "core/render/drawing.h"
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace patchlight
{
namespace
{

constexpr int kRim = 1; ///< pixels
constexpr double kHeight = 0.5, kHighest = 22; ///< of a patch's side; pixels
constexpr std::size_t kToldApart = 6; ///< colours; of more, every area is numbered
constexpr double kSmallest = 14; ///< pixels of a patch whose colour is still seen around a number

struct Owners {
    Grid<int> place; ///< in the list of heads; −1: nobody
    Grid<float> share; ///< of its attention that the owner spends there
};

float massOf(const Grid<float>& map)
{
    float mass = 0;
    for (const float value : map.values())
        mass += std::isfinite(value) && value > 0 ? value : 0;
    return mass;
}

/// As the pixels are shared, for whole patches.
Owners ownersOf(const HeadLayers& heads, const Look& look)
{
    const GridSize size = heads.empty() ? GridSize{} : heads.front().map.size();
    Owners owners{Grid<int>(size, -1), Grid<float>(size)};
    for (std::size_t place = 0; place < heads.size(); ++place) {
        const auto kept = keepMass(heads[place].map, look.keepMass);
        const float mass = massOf(heads[place].map);
        for (std::size_t i = 0; i < kept.values().size() && mass > 0; ++i)
            if (const float share = kept.values()[i] / mass; share > owners.share.values()[i]) {
                owners.place.values()[i] = static_cast<int>(place);
                owners.share.values()[i] = share;
            }
    }
    return owners;
}

std::vector<Cell> cellsOf(const Owners& owners, int place)
{
    std::vector<Cell> cells;
    for (int row = 0; row < owners.place.rows(); ++row)
        for (int column = 0; column < owners.place.columns(); ++column)
            if (owners.place.at({row, column}) == place)
                cells.push_back({row, column});
    return cells;
}

bool touch(Cell a, Cell b)
{
    return std::abs(a.row - b.row) + std::abs(a.column - b.column) == 1;
}

/// Its patches, those that touch together.
std::vector<std::vector<Cell>> areasOf(const Owners& owners, int place)
{
    std::vector<std::vector<Cell>> areas;
    auto left = cellsOf(owners, place);
    while (!left.empty()) {
        std::vector<Cell> area{left.back()};
        left.pop_back();
        for (std::size_t i = 0; i < area.size(); ++i) {
            const auto joined
                = std::partition(left.begin(), left.end(), [&](Cell cell) { return !touch(cell, area[i]); });
            area.insert(area.end(), joined, left.end());
            left.erase(joined, left.end());
        }
        areas.push_back(std::move(area));
    }
    return areas;
}

/// The same line with its ink `reach` pixels further to every side.
InkedLine swollen(const InkedLine& line, int reach)
{
    InkedLine wide{Grid<std::uint8_t>{GridSize{line.ink.rows() + 2 * reach, line.ink.columns() + 2 * reach}},
        line.left - reach, line.top - reach, line.width};
    for (int row = 0; row < wide.ink.rows(); ++row)
        for (int column = 0; column < wide.ink.columns(); ++column)
            for (int y = std::max(0, row - 2 * reach); y <= std::min(row, line.ink.rows() - 1); ++y)
                for (int x = std::max(0, column - 2 * reach); x <= std::min(column, line.ink.columns() - 1); ++x)
                    wide.ink.at({row, column}) = std::max(wide.ink.at({row, column}), line.ink.at({y, x}));
    return wide;
}

/// White on a dark rim: readable on any colour. `x`, `y`: its middle.
void writeNumber(Image& image, const Lettering& letters, const std::string& text, double x, double y, double height)
{
    const auto line = letters.line(text, height);
    const int left = static_cast<int>(std::lround(x - line.width / 2)), base = static_cast<int>(std::lround(y + height / 2));
    stampInk(image, swollen(line, kRim), left, base, {0, 0, 0});
    stampInk(image, line, left, base, {255, 255, 255});
}

}

std::vector<HeadLabel> headLabels(const HeadLayers& heads, const Look& look)
{
    const Owners owners = ownersOf(heads, look);
    const bool everyArea = look.keepMass < 1 && heads.size() > kToldApart;
    std::vector<HeadLabel> labels;
    for (int place = 0; place < static_cast<int>(heads.size()); ++place) {
        const int head = heads[static_cast<std::size_t>(place)].head;
        const auto areas
            = everyArea ? areasOf(owners, place) : std::vector<std::vector<Cell>>(1, cellsOf(owners, place));
        for (const auto& area : areas)
            if (!area.empty())
                labels.push_back(
                    {head, *std::ranges::max_element(area, {}, [&](Cell cell) { return owners.share.at(cell); })});
    }
    return labels;
}

std::vector<HeadLegendEntry> headLegend(const HeadLayers& heads, const Look& look)
{
    const Owners owners = ownersOf(heads, look);
    std::vector<HeadLegendEntry> legend;
    for (int place = 0; place < static_cast<int>(heads.size()); ++place)
        legend.push_back({heads[static_cast<std::size_t>(place)].head, cellsOf(owners, place).empty()});
    return legend;
}

void drawHeadLabels(
    Image& image, const HeadLayers& heads, const InputGeometry& geometry, const Look& look, RectF source)
{
    const Lettering letters;
    const double zoomX = image.width() / source.width, zoomY = image.height() / source.height;
    for (const auto& label : headLabels(heads, look)) {
        const RectF patch = geometry.patchOnPicture(label.cell, heads.front().map.size());
        const double side = std::min(patch.width * zoomX, patch.height * zoomY);
        if (side < kSmallest)
            continue;
        writeNumber(image, letters, std::to_string(label.head), (patch.x + patch.width / 2 - source.x) * zoomX,
            (patch.y + patch.height / 2 - source.y) * zoomY, std::min(side * kHeight, kHighest));
    }
}

}
