// ui/adapter/head_numbers.cpp: calls core/explain with the size of a patch in pixels.
#include "ui/adapter/head_numbers.h"
#include <algorithm>

namespace patchlight
{

Result<std::vector<LayerNumbers>> headNumbers(const Analysis& analysis, const CancelToken& cancel)
{
    const GridSize input = analysis.geometry.input();
    const GridSize grid = analysis.tokens.grid;
    const GridSize patch{input.rows / std::max(1, grid.rows), input.columns / std::max(1, grid.columns)};
    return attentionStatistics(analysis.record, patch, {cancel, {}});
}

}
