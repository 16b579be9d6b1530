// core/engine/shown_map.h: a map together with the run that it was made from.
#pragma once
#include "core/engine/analysis.h"
#include "core/explain/request.h"
#include <memory>

namespace patchlight
{

/// What is shown, compared, exported, copied: one value, so that a map is never told of another run than its own.
struct ShownMap {
    AnalysisPtr analysis; ///< never null
    Explanation explanation; ///< of `analysis`

    const Grid<float>& map() const { return explanation.map; }
    const ExplainRequest& request() const { return explanation.request; }
};
/// Shared and immutable: readable on any thread, kept as long as somebody draws or writes it.
using ShownMapPtr = std::shared_ptr<const ShownMap>;

}
