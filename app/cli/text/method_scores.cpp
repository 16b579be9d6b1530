// app/cli/text/method_scores.cpp
#include "app/cli/text/method_scores.h"
#include "core/base/formatted.h"
#include "core/explain/methods.h"
#include "core/render/line_figure.h"
#include <algorithm>

namespace patchlight
{

std::vector<MethodScore> Scores::all() const
{
    auto list = methods;
    list.insert(list.end(), baselines.begin(), baselines.end());
    return list;
}

std::string scoresTable(const std::vector<MethodScore>& scores, bool curves)
{
    std::string text = "method                        deletion ↓  insertion ↑  pointing ↑  energy ↑";
    for (const auto& score : scores) {
        text += formatted("\n%-28s", score.name.c_str());
        text += curves ? formatted("  %10.4f  %11.4f", score.mean(score.deletion), score.mean(score.insertion))
                       : std::string{"           –            –"};
        text += score.boxes > 0
            ? formatted("  %8.1f %%  %8.4f", 100 * score.ofBoxes(score.hits), score.ofBoxes(score.energy))
            : std::string{"           –         –"};
    }
    return text;
}

std::string randomisationTable(const std::vector<MethodScore>& scores)
{
    std::string text = "\nrank correlation with the untouched map\nrandom from   ";
    for (const auto& score : scores)
        text += "  " + score.name;
    const std::size_t steps = scores.empty() ? 0 : scores.front().randomised.size();
    for (std::size_t step = 0; step < steps; ++step) {
        text += formatted("\n%-14s", scores.front().randomised[step].from.c_str());
        for (const auto& score : scores) {
            const int width = static_cast<int>(score.name.size());
            text += formatted("  %*.3f", width, score.mean(static_cast<double>(score.randomised.at(step).rank)));
        }
    }
    return text;
}

std::string randomisationCsv(const std::vector<MethodScore>& scores)
{
    std::string text = "method,from,rank,rank_of_size\n";
    for (const auto& score : scores)
        for (const auto& step : score.randomised)
            text += score.name + "," + step.from
                + formatted(",%.6f,%.6f\n", score.mean(static_cast<double>(step.rank)),
                    score.mean(static_cast<double>(step.rankOfSize)));
    return text;
}

nlohmann::ordered_json scoresJson(const Scores& scores, bool curves, const std::string& model)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& score : scores.all()) {
        nlohmann::ordered_json row{{"method", methodInfo(score.method).name}, {"pictures", score.pictures}};
        if (methodInfo(score.method).group == MethodGroup::Baseline)
            row["grid"] = {score.grid.rows, score.grid.columns};
        if (curves) {
            row["deletion"] = score.mean(score.deletion);
            row["insertion"] = score.mean(score.insertion);
        }
        if (score.boxes > 0) {
            row["boxes"] = score.boxes;
            row["pointing"] = score.ofBoxes(score.hits);
            row["energy"] = score.ofBoxes(score.energy);
        }
        for (const auto& step : score.randomised)
            row["randomisation"].push_back({{"from", step.from}, {"rank", score.mean(static_cast<double>(step.rank))},
                {"rank_of_size", score.mean(static_cast<double>(step.rankOfSize))}});
        list.push_back(row);
    }
    return {{"model", model}, {"methods", list}, {"unreadable", scores.failed}};
}

std::string curvesFigure(const std::vector<MethodScore>& scores)
{
    LinePanel deletion{"Deletion: probability of the class", {}}, insertion{"Insertion: probability of the class", {}};
    for (const auto& score : scores) {
        const auto line = [&](std::vector<double> curve, double area) {
            for (double& value : curve)
                value /= std::max(1, score.pictures);
            return Line{formatted("%s  %.3f", score.name.c_str(), score.mean(area)), std::move(curve)};
        };
        deletion.lines.push_back(line(score.deletionCurve, score.deletion));
        insertion.lines.push_back(line(score.insertionCurve, score.insertion));
    }
    return lineFigure({deletion, insertion});
}

}
