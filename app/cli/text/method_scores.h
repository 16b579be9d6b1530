// app/cli/text/method_scores.h: what `evaluate` found of every method, as a table, JSON, CSV and a figure.
#pragma once
#include "core/base/grid.h"
#include "core/explain/measures/randomisation_steps.h"
#include "core/explain/request.h"
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace patchlight
{

/// Sums over the pictures of one method, or of one baseline on one grid.
struct MethodScore {
    Method method = Method::Attention;
    std::string name;
    GridSize grid; ///< of a baseline; empty for methods, whose grid may be another for every picture
    int pictures = 0, boxes = 0, hits = 0;
    double deletion = 0, insertion = 0, energy = 0;
    std::vector<double> deletionCurve, insertionCurve; ///< of pictures with as many steps as the first
    RandomisationSteps randomised; ///< sums; empty where that is not asked for

    double mean(double sum) const { return pictures > 0 ? sum / pictures : 0; }
    double ofBoxes(double sum) const { return boxes > 0 ? sum / boxes : 0; }
};

struct Scores {
    std::vector<MethodScore> methods, baselines;
    std::string rows = "file,method,deletion,insertion,pointing,energy\n"; ///< CSV, one line per method and picture
    int failed = 0; ///< pictures

    std::vector<MethodScore> all() const; ///< methods, then baselines
};

std::string scoresTable(const std::vector<MethodScore>& scores, bool curves);
nlohmann::ordered_json scoresJson(const Scores& scores, bool curves, const std::string& model);
/// SVG: the mean deletion and insertion curves.
std::string curvesFigure(const std::vector<MethodScore>& scores);

/// Rank correlation with the untouched map, one row per step from the head down, one column per method.
std::string randomisationTable(const std::vector<MethodScore>& scores);
/// method,from,rank,rank_of_size
std::string randomisationCsv(const std::vector<MethodScore>& scores);

}
