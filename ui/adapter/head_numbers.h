// ui/adapter/head_numbers.h: what every head does over all queries, in numbers; the command line prints the same.
#pragma once
#include "core/base/cancel.h"
#include "core/explain/measures/statistics.h"
#include "ui/adapter/core_types.h"
#include <vector>

namespace patchlight
{

/// One entry per layer, distances in pixels of the network's input. Errors and cost: those of attentionStatistics.
Result<std::vector<LayerNumbers>> headNumbers(const Analysis& analysis, const CancelToken& cancel);

}
