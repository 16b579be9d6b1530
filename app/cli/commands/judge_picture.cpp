// app/cli/commands/judge_picture.cpp
#include "app/cli/commands/judge_picture.h"
#include "core/base/formatted.h"
#include "core/explain/measures/baseline_maps.h"
#include "core/explain/measures/localisation.h"
#include "core/explain/methods.h"
#include <algorithm>

namespace patchlight
{
namespace
{

/// Maps beside what will be known of them.
struct Judging {
    const MethodTest& test;
    const Analysis& analysis;
    Engine& engine;
    const RunContext& run;
    std::vector<Grid<float>> maps;
    std::vector<JudgedMap> judged;

    void add(JudgedMap about, Grid<float> map)
    {
        judged.push_back(std::move(about));
        maps.push_back(std::move(map));
    }

    Result<void> explain()
    {
        for (const Method method : methodsJudged(test)) {
            ExplainRequest request;
            request.method = method;
            auto explained = engine.explain(analysis, request, run);
            if (!explained)
                return fail(explained.error());
            add({method, std::string{methodInfo(method).name}, {}, {}, {}, 0, {}}, std::move(explained->map));
        }
        return {};
    }

    /// "random" on the patches, "random 7x7" on the cells of a later stage.
    JudgedMap baseline(Method method, GridSize grid) const
    {
        std::string name{methodInfo(method).name};
        if (grid != analysis.tokens.grid)
            name += formatted(" %dx%d", grid.rows, grid.columns);
        return {method, std::move(name), grid, {}, {}, 0, {}};
    }

    void addBaselines()
    {
        std::vector<GridSize> grids;
        for (const auto& map : maps)
            if (std::find(grids.begin(), grids.end(), map.size()) == grids.end())
                grids.push_back(map.size());
        if (grids.empty())
            grids.push_back(analysis.tokens.grid);
        for (const GridSize grid : grids) {
            auto both = baselinesOf(Grid<float>(grid), ExplainRequest{}.seed);
            add(baseline(Method::Random, grid), std::move(both.random));
            add(baseline(Method::CentrePrior, grid), std::move(both.centre));
        }
    }

    Result<void> follow()
    {
        auto curves = engine.faithfulness(analysis, maps, {}, test.cellsPerStep, run);
        if (!curves)
            return fail(curves.error());
        for (std::size_t i = 0; i < judged.size(); ++i)
            judged[i].curves = std::move((*curves)[i]);
        return {};
    }

    void point(const RectF& labelled)
    {
        const auto& geometry = analysis.geometry;
        const auto from = geometry.pictureToInput({labelled.x, labelled.y});
        const auto to = geometry.pictureToInput({labelled.x + labelled.width, labelled.y + labelled.height});
        const Box box{from.x, from.y, to.x, to.y};
        for (std::size_t i = 0; i < judged.size(); ++i) {
            judged[i].hit = pointsInto(maps[i], geometry.input(), box, test.tolerance);
            judged[i].energy = energyInside(maps[i], geometry.input(), box);
        }
    }

    Result<void> randomise()
    {
        for (auto& one : judged) {
            ExplainRequest request;
            request.method = one.method;
            auto steps = engine.weightRandomisation(analysis, request, run);
            if (!steps)
                return fail(steps.error());
            one.randomised = std::move(*steps);
        }
        return {};
    }
};

}

std::vector<Method> methodsJudged(const MethodTest& test)
{
    std::vector<Method> methods;
    for (const auto& name : test.methods) {
        const Method method = *methodByName(name);
        if (methodInfo(method).group != MethodGroup::Baseline
            && std::find(methods.begin(), methods.end(), method) == methods.end())
            methods.push_back(method);
    }
    return methods;
}

Result<JudgedPicture> judgePicture(
    const MethodTest& test, const LabelledPicture& picture, Engine& engine, const RunContext& run)
{
    const auto analysis = engine.analyse(pictureAt(picture.file.string()), run);
    if (!analysis)
        return fail(analysis.error());
    Judging judging{test, **analysis, engine, run, {}, {}};
    if (const auto explained = judging.explain(); !explained)
        return fail(explained.error());
    judging.addBaselines();
    if (const auto followed = test.curves ? judging.follow() : Result<void>{}; !followed)
        return fail(followed.error());
    if (picture.box)
        judging.point(*picture.box);
    if (const auto randomised = test.randomise ? judging.randomise() : Result<void>{}; !randomised)
        return fail(randomised.error());
    return JudgedPicture{picture.name, std::move(judging.judged)};
}

}
