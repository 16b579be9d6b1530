// core/engine/output/map_summary.cpp
#include "core/engine/output/map_summary.h"
#include <cmath>
#include <nlohmann/json.hpp>

namespace patchlight
{

MapSummary summarise(const Grid<float>& map)
{
    MapSummary all;
    bool first = true;
    for (int i = 0; i < map.size().count(); ++i) {
        const float value = map.values()[static_cast<std::size_t>(i)];
        if (!std::isfinite(value)) {
            ++all.absent;
            continue;
        }
        all.sum += value;
        if (first || value < all.minimum)
            all.minimum = value;
        if (first || value > all.maximum) {
            all.maximum = value;
            all.peak = {i / map.columns(), i % map.columns()};
        }
        first = false;
    }
    return all;
}

nlohmann::ordered_json describeMap(const Explanation& explanation)
{
    const auto summary = summarise(explanation.map);
    nlohmann::ordered_json all{{"grid", {explanation.map.rows(), explanation.map.columns()}}, {"min", summary.minimum},
        {"max", summary.maximum}, {"sum", summary.sum}, {"peak", {summary.peak.row, summary.peak.column}},
        {"absent", summary.absent}};
    if (const auto& shares = explanation.shares) {
        const float prefix = shares->classToken + shares->distillation + shares->registers;
        const float whole = prefix + shares->patches > 0 ? prefix + shares->patches : 1; // relevance grows on its way
        all["prefix_share"] = prefix / whole;
        all["shares"] = {{"patches", shares->patches / whole}, {"class", shares->classToken / whole},
            {"distillation", shares->distillation / whole}, {"registers", shares->registers / whole}};
    } else {
        all["prefix_share"] = all["shares"] = nullptr;
    }
    for (const Cell mark : explanation.marks)
        all["marks"].push_back({mark.row, mark.column});
    return all;
}

}
