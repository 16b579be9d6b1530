// core/explain/query_weights.h: a query as one weight per token of a layer.
#pragma once
#include "core/base/result.h"
#include "core/explain/request.h"
#include "core/record/attention_record.h"
#include <vector>

namespace patchlight
{

/// Default becomes the class token where the head reads one.
Query resolvedQuery(const TokenLayout& layout, Query query);

/// Class token minus distillation token: a difference of maps, for everything that is linear in the query's weights.
inline bool isDifference(const Query& query)
{
    return query.kind == Query::Kind::TokenDifference;
}

/// Whether somebody chose to ask a token: what comes back may then be nothing, of a token that the head never reads.
inline bool isChosen(const TokenLayout& layout, const Query& query)
{
    return query.kind != Query::Kind::Default
        && !(query.kind == Query::Kind::ClassToken && layout.asksClassToken());
}

/// T values that sum to one (of a difference, to zero): 1 at the query token, or alike over the cells of a region, or
/// (Default where no class token is read) over all patches. A query names cells of the input grid, `layout.grid`; here,
/// and nowhere else, they become cells of the layer's own `grid`: those that hold them, each once.
/// Errors: InvalidOption, naming the token or cell that is not there.
Result<std::vector<float>> queryWeights(const TokenLayout& layout, GridSize grid, const Query& query);

}
