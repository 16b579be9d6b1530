// core/explain/token_map.cpp
#include "core/explain/token_map.h"
#include "core/record/window_cells.h"
#include <limits>
#include <numeric>

namespace patchlight
{

Grid<float> patchMap(const TokenLayout& layout, GridSize grid, const std::vector<float>& tokens)
{
    return {grid, std::vector<float>(tokens.begin() + layout.prefix(), tokens.end())};
}

TokenShares tokenShares(const TokenLayout& layout, const std::vector<float>& tokens)
{
    const auto first = tokens.begin();
    const auto registers = first + layout.registerToken(0).value;
    TokenShares shares;
    shares.classToken = layout.classToken ? tokens[0] : 0.0F;
    shares.distillation
        = layout.distillationToken ? tokens[static_cast<std::size_t>(layout.distillation().value)] : 0.0F;
    shares.registers = std::accumulate(registers, registers + layout.registers, 0.0F);
    shares.patches = std::accumulate(first + layout.prefix(), tokens.end(), 0.0F);
    return shares;
}

void hideUnseen(const LayerAttention& layer, const std::vector<float>& weights, Grid<float>& map)
{
    if (!layer.windows)
        return;
    std::vector<bool> asked(static_cast<std::size_t>(layer.windows->windows().count()), false);
    for (int i = 0; i < layer.grid.count(); ++i)
        if (weights[static_cast<std::size_t>(i)] != 0)
            asked[static_cast<std::size_t>(
                placeOf(*layer.windows, {i / layer.grid.columns, i % layer.grid.columns}).window)]
                = true;
    for (int i = 0; i < layer.grid.count(); ++i) {
        const Cell cell{i / layer.grid.columns, i % layer.grid.columns};
        if (!asked[static_cast<std::size_t>(placeOf(*layer.windows, cell).window)])
            map.at(cell) = std::numeric_limits<float>::quiet_NaN();
    }
}

}
