// core/explain/query_weights.cpp
#include "core/explain/query_weights.h"
#include "core/explain/query_cells.h"
#include <algorithm>

namespace patchlight
{
namespace
{

tl::unexpected<Error> noSuch(const std::string& what)
{
    return fail(ErrorCode::InvalidOption, "This network has no " + what + " to ask; choose a patch or another token.");
}

Result<TokenIndex> prefixToken(const TokenLayout& layout, const Query& query)
{
    switch (query.kind) {
    case Query::Kind::Distillation:
        return layout.distillationToken ? Result<TokenIndex>(layout.distillation()) : noSuch("distillation token");
    case Query::Kind::Register:
        if (query.registerIndex < 0 || query.registerIndex >= layout.registers)
            return noSuch("register token " + std::to_string(query.registerIndex));
        return layout.registerToken(query.registerIndex);
    default:
        return layout.classToken ? Result<TokenIndex>(TokenIndex{0}) : noSuch("class token");
    }
}

Result<void> checkCells(const std::vector<Cell>& cells, GridSize grid)
{
    if (cells.empty())
        return fail(ErrorCode::InvalidOption, "The query names no patch.");
    for (const Cell cell : cells)
        if (cell.row < 0 || cell.row >= grid.rows || cell.column < 0 || cell.column >= grid.columns)
            return fail(ErrorCode::InvalidOption,
                "There is no patch " + std::to_string(cell.row) + "," + std::to_string(cell.column) + ": the grid has "
                    + std::to_string(grid.rows) + " rows and " + std::to_string(grid.columns) + " columns.");
    return {};
}

}

Query resolvedQuery(const TokenLayout& layout, Query query)
{
    if (query.kind == Query::Kind::Default && layout.classToken)
        query.kind = Query::Kind::ClassToken;
    return query;
}

Result<std::vector<float>> queryWeights(const TokenLayout& layout, GridSize grid, const Query& asked)
{
    const Query query = resolvedQuery(layout, asked);
    const auto prefix = static_cast<std::size_t>(layout.prefix());
    std::vector<float> weights(prefix + static_cast<std::size_t>(grid.count()), 0.0F);
    if (query.kind == Query::Kind::Default) {
        std::fill(weights.begin() + layout.prefix(), weights.end(), 1.0F / static_cast<float>(grid.count()));
        return weights;
    }
    if (isDifference(query)) {
        if (!layout.classToken || !layout.distillationToken)
            return fail(ErrorCode::InvalidOption,
                "This network has no distillation token to compare the class token with; choose another query.");
        weights[0] = 1.0F;
        weights[static_cast<std::size_t>(layout.distillation().value)] = -1.0F;
        return weights;
    }
    if (query.kind == Query::Kind::Patches) {
        if (const auto valid = checkCells(query.cells, layout.grid); !valid)
            return fail(valid.error());
        const auto cells = cellsHolding(query.cells, layout.grid, grid);
        for (const Cell cell : cells)
            weights[prefix + static_cast<std::size_t>(cell.row * grid.columns + cell.column)]
                = 1.0F / static_cast<float>(cells.size());
        return weights;
    }
    const auto token = prefixToken(layout, query);
    if (!token)
        return fail(token.error());
    weights[static_cast<std::size_t>(token->value)] = 1.0F;
    return weights;
}

}
