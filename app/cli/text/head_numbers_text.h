// app/cli/text/head_numbers_text.h: what every head does, as JSON, a CSV table or lines to read.
#pragma once
#include "core/engine/analysis.h"
#include "core/explain/measures/statistics.h"
#include <nlohmann/json.hpp>

namespace patchlight
{

/// How alike each head's map is to a method's.
struct HeadLikeness {
    std::string method; ///< empty: nobody asked
    std::vector<std::vector<float>> heads; ///< [layer][head], −1 to 1; NaN where the grids differ
};

nlohmann::ordered_json headsJson(const std::string& image, const Analysis& analysis,
    const std::vector<LayerNumbers>& layers, const HeadLikeness& likeness);
/// layer,head,entropy,distance,prefix_share and, where it was asked for, similarity (empty where there is none).
std::string headsCsv(const std::vector<LayerNumbers>& layers, const HeadLikeness& likeness);
/// One line per layer, the means of its heads; then the heads most alike.
std::string headsTable(const std::string& image, const std::vector<LayerNumbers>& layers, const HeadLikeness& likeness);

}
