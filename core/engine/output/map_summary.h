// core/engine/output/map_summary.h: the few numbers that describe a map.
#pragma once
#include "core/explain/request.h"
#include <nlohmann/json_fwd.hpp>

namespace patchlight
{

struct MapSummary {
    float minimum = 0, maximum = 0;
    double sum = 0;
    Cell peak; ///< where the maximum is
    int absent = 0; ///< cells the query cannot see
};

/// Over the finite cells.
MapSummary summarise(const Grid<float>& map);
/// "grid", "min", "max", "sum", "peak", "absent", "shares" (of the attention followed, on each kind of token), and the
/// "marks" of patches that stand out.
nlohmann::ordered_json describeMap(const Explanation& explanation);

}
