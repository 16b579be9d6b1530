// core/engine/output/shown_heads.h: the heads that a map of raw attention is made of, for a look that asks for them.
#pragma once
#include "core/base/result.h"
#include "core/engine/analysis.h"
#include "core/explain/request.h"
#include "core/render/head_layers.h"
#include <string>

namespace patchlight
{

/// Raw attention alone has heads to lay over each other, and a difference of two tokens or maps has none.
bool hasHeads(const Explanation& explanation);
inline bool showsHeads(const Explanation& explanation, const Look& look)
{
    return look.heads && hasHeads(explanation);
}

/// Those the explanation is made of: all of its layer, those with a weight, or the one that was asked.
/// Errors: Unsupported (no heads), those of explainFromAnalysis. Thread: any. Cost: raw attention of one row a head.
Result<HeadLayers> headsOf(const Analysis& analysis, const Explanation& explanation);

/// "Heads over each other · layer 11 · query cls · strongest 60 % of each".
std::string headsTitle(const Analysis& analysis, const Explanation& explanation, const Look& look);

}
