// core/engine/explain_analysis.h: the one road from a question about an analysis to its map, for window and command
// line alike.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/analysis.h"
#include "core/explain/attention/head_maps.h"
#include "core/explain/request.h"
#include <functional>

namespace patchlight
{

/// Answers a request whose defaults are filled in by running the network again.
using AskNetwork = std::function<Result<Explanation>(const ExplainRequest& filled)>;

/// Fills the class in (the top one where absent; of a network without classes the norm of its embedding), answers from the record or, where the method needs it, by `network`,
/// and gives patches that were dropped from the sequence no value (NaN). The answer's request is the question, its
/// defaults filled in. Nothing is thrown.
/// Errors: those of explainFromRecord and of `network`; InvalidOption (a dropped patch is asked);
/// Unsupported (a method that needs the network, where there is no `network`).
/// Cost: that of explainFromRecord. Thread: any without `network`; else that of `network`.
Result<Explanation> explainFromAnalysis(const Analysis& analysis, const ExplainRequest& request,
    const RunContext& run = {}, const AskNetwork& network = {});

/// headMaps under the same rules. Errors: those of headMaps; InvalidOption (a dropped patch is asked). Thread: any.
Result<std::vector<LayerMaps>> headMapsOf(const Analysis& analysis, const Query& query, const RunContext& run = {});

}
