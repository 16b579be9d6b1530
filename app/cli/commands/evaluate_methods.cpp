// app/cli/commands/evaluate_methods.cpp
#include "app/cli/commands/evaluate_methods.h"
#include "app/cli/text/csv_text.h"
#include "app/cli/text/method_scores.h"
#include "core/base/atomic_file.h"
#include "core/base/formatted.h"
#include "core/explain/measures/baseline_maps.h"
#include "core/explain/measures/localisation.h"
#include "core/explain/methods.h"
#include <algorithm>
#include <filesystem>

namespace patchlight
{
namespace
{

MethodScore newScore(Method method, std::string name, GridSize grid)
{
    MethodScore score;
    score.method = method;
    score.name = std::move(name);
    score.grid = grid;
    return score;
}

/// The methods that were asked for, each once; baselines come by themselves.
std::vector<MethodScore> startingScores(const MethodTest& test)
{
    std::vector<MethodScore> scores;
    for (const auto& name : test.methods) {
        const Method method = *methodByName(name);
        const auto same = [&](const MethodScore& score) { return score.method == method; };
        if (methodInfo(method).group != MethodGroup::Baseline && std::none_of(scores.begin(), scores.end(), same))
            scores.push_back(newScore(method, name, {}));
    }
    return scores;
}

/// Made when a map of that grid first comes; "random" on the patches, "random 7x7" on the cells of a later stage.
MethodScore& scoreOf(std::vector<MethodScore>& baselines, Method method, GridSize grid, GridSize patches)
{
    for (MethodScore& score : baselines)
        if (score.method == method && score.grid == grid)
            return score;
    std::string name{methodInfo(method).name};
    if (grid != patches)
        name += formatted(" %dx%d", grid.rows, grid.columns);
    return baselines.emplace_back(newScore(method, std::move(name), grid));
}

void addCurve(std::vector<double>& sum, const std::vector<float>& scores)
{
    if (sum.empty())
        sum.resize(scores.size(), 0.0);
    for (std::size_t i = 0; i < sum.size() && sum.size() == scores.size(); ++i)
        sum[i] += static_cast<double>(scores[i]);
}

/// The labelled box on the network's input.
Box boxOnInput(const RectF& box, const InputGeometry& geometry)
{
    const auto from = geometry.pictureToInput({box.x, box.y});
    const auto to = geometry.pictureToInput({box.x + box.width, box.y + box.height});
    return {from.x, from.y, to.x, to.y};
}

/// Adds deletion and insertion; their two cells of the row.
Result<std::string> addCurves(const MethodTest& test, const Grid<float>& map, const Analysis& analysis, Engine& engine,
    const RunContext& run, MethodScore& score)
{
    if (!test.curves)
        return ",";
    const auto faithful = engine.faithfulness(analysis, map, {}, test.cellsPerStep, run);
    if (!faithful)
        return fail(faithful.error());
    score.deletion += faithful->deletion.area;
    score.insertion += faithful->insertion.area;
    addCurve(score.deletionCurve, faithful->deletion.scores);
    addCurve(score.insertionCurve, faithful->insertion.scores);
    return formatted("%.6f,%.6f", faithful->deletion.area, faithful->insertion.area);
}

/// Adds pointing and energy; their two cells of the row.
std::string addPointing(const MethodTest& test, const std::optional<RectF>& labelled, const Grid<float>& map,
    const InputGeometry& geometry, MethodScore& score)
{
    if (!labelled)
        return ",";
    const auto box = boxOnInput(*labelled, geometry);
    const bool hit = pointsInto(map, geometry.input(), box, test.tolerance);
    const double energy = energyInside(map, geometry.input(), box);
    ++score.boxes;
    score.hits += hit ? 1 : 0;
    score.energy += energy;
    return formatted("%d,%.6f", hit ? 1 : 0, energy);
}

void addSteps(RandomisationSteps& sum, const RandomisationSteps& steps)
{
    if (sum.empty())
        for (const auto& step : steps)
            sum.push_back({step.from, 0, 0});
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i].rank += steps[i].rank;
        sum[i].rankOfSize += steps[i].rankOfSize;
    }
}

Result<void> randomise(const Analysis& analysis, Engine& engine, const RunContext& run, MethodScore& score)
{
    ExplainRequest request;
    request.method = score.method;
    const auto steps = engine.weightRandomisation(analysis, request, run);
    if (!steps)
        return fail(steps.error());
    addSteps(score.randomised, *steps);
    return {};
}

/// One picture that is being judged.
struct Judging {
    const MethodTest& test;
    const LabelledPicture& picture;
    const Analysis& analysis;
    Engine& engine;
    const RunContext& run;

    Result<void> judge(const Grid<float>& map, MethodScore& score, std::string& rows) const
    {
        const auto curves = addCurves(test, map, analysis, engine, run, score);
        if (!curves)
            return fail(curves.error());
        ++score.pictures;
        rows += csvQuoted(picture.name) + "," + score.name + "," + *curves + ","
            + addPointing(test, picture.box, map, analysis.geometry, score) + "\n";
        return test.randomise ? randomise(analysis, engine, run, score) : Result<void>{};
    }

    /// Every grid once, in the order of the methods.
    Result<std::vector<GridSize>> judgeMethods(Scores& scores) const
    {
        std::vector<GridSize> grids;
        for (MethodScore& score : scores.methods) {
            ExplainRequest request;
            request.method = score.method;
            const auto explained = engine.explain(analysis, request, run);
            if (!explained)
                return fail(explained.error());
            if (auto judged = judge(explained->map, score, scores.rows); !judged)
                return fail(judged.error());
            if (std::find(grids.begin(), grids.end(), explained->map.size()) == grids.end())
                grids.push_back(explained->map.size());
        }
        return grids.empty() ? std::vector{analysis.tokens.grid} : grids;
    }

    Result<void> judgeBaselines(const std::vector<GridSize>& grids, Scores& scores) const
    {
        for (const GridSize grid : grids) {
            const auto maps = baselinesOf(Grid<float>(grid), ExplainRequest{}.seed);
            const auto score = [&](Method method) -> MethodScore& {
                return scoreOf(scores.baselines, method, grid, analysis.tokens.grid);
            };
            if (auto judged = judge(maps.random, score(Method::Random), scores.rows); !judged)
                return judged;
            if (auto judged = judge(maps.centre, score(Method::CentrePrior), scores.rows); !judged)
                return judged;
        }
        return {};
    }
};

/// One picture through every method, then the baselines of every grid that maps came on. The first that fails ends it,
/// and the picture counts for none: means over different pictures could not be compared.
Result<void> judgeAll(
    const MethodTest& test, const LabelledPicture& picture, Engine& engine, const RunContext& run, Scores& scores)
{
    const auto analysis = engine.analyse(pictureAt(picture.file.string()), run);
    if (!analysis)
        return fail(analysis.error());
    const Judging judging{test, picture, **analysis, engine, run};
    Scores tried{scores.methods, scores.baselines, {}, scores.failed};
    const auto grids = judging.judgeMethods(tried);
    if (!grids)
        return fail(grids.error());
    if (auto judged = judging.judgeBaselines(*grids, tried); !judged)
        return judged;
    scores.rows += tried.rows;
    scores.methods = std::move(tried.methods);
    scores.baselines = std::move(tried.baselines);
    return {};
}

Result<void> writeAll(const MethodTest& test, const Scores& scores)
{
    const std::filesystem::path out = test.out;
    if (auto written = writeFile(out, scores.rows); !written)
        return written;
    auto steps = out;
    if (test.randomise)
        if (auto written = writeFile(steps.replace_extension(".randomisation.csv"), randomisationCsv(scores.all()));
            !written)
            return written;
    if (!test.curves)
        return {};
    return writeFile(std::filesystem::path{out}.replace_extension(".svg"), curvesFigure(scores.all()));
}

}

Status evaluateMethods(
    const MethodTest& test, const std::vector<LabelledPicture>& pictures, Engine& engine, Shell& shell)
{
    Scores scores;
    scores.methods = startingScores(test);
    const RunContext run{shell.context().cancel, {}};
    const int total = static_cast<int>(pictures.size());
    for (int i = 0; i < total && !run.cancel.requested(); ++i) {
        shell.console.progress("pictures", i, total, true);
        const auto judged = judgeAll(test, pictures[static_cast<std::size_t>(i)], engine, run, scores);
        if (judged || run.cancel.requested())
            continue;
        shell.failed(judged.error());
        ++scores.failed;
    }
    shell.console.clearProgress();
    if (run.cancel.requested())
        return shell.failed(cancelled().value());
    shell.console.progress("pictures", total, total, true);
    shell.console.clearProgress();
    if (shell.common.json)
        shell.console.printJson(scoresJson(scores, test.curves, engine.model()->title));
    else
        shell.console.print(scoresTable(scores.all(), test.curves)
            + (test.randomise ? randomisationTable(scores.all()) : std::string{}));
    if (!test.out.empty())
        if (auto written = writeAll(test, scores); !written)
            return shell.failed(written.error());
    return scores.failed == 0 ? kDone : kFailed;
}

}
