// core/explain/token_map.h: one value per token → the map on the patch grid and the shares of the tokens before it.
#pragma once
#include "core/explain/request.h"
#include "core/record/attention_record.h"
#include <vector>

namespace patchlight
{

/// Drops the prefix tokens.
Grid<float> patchMap(const TokenLayout& layout, GridSize grid, const std::vector<float>& tokens);
TokenShares tokenShares(const TokenLayout& layout, const std::vector<float>& tokens);

/// NaN at the cells of a windowed layer that share no window with a cell of non-zero weight.
void hideUnseen(const LayerAttention& layer, const std::vector<float>& weights, Grid<float>& map);

}
