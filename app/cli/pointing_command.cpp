// app/cli/pointing_command.cpp: `pointing DIR --boxes FILE.csv`: how often a map's maximum lies on the object.
#include "app/cli/parse_values.h"
#include "app/cli/shell.h"
#include "core/explain/methods.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace patchlight
{
namespace
{

struct PointingOptions {
    std::string folder, boxes;
    std::vector<std::string> methods{"rollout"};
};

struct BoxedPicture {
    std::string file;
    RectF box; ///< in picture pixels
};

/// Pictures looked at, and hits per line of the table: the methods, then centre and random.
struct Hits {
    int pictures = 0;
    std::vector<double> methods;
    double centre = 0, random = 0;
};

Result<BoxedPicture> boxFrom(const std::string& line, int row, const std::string& path)
{
    std::istringstream cells(line);
    BoxedPicture picture;
    double left = 0, top = 0, right = 0, bottom = 0;
    char comma = 0;
    std::getline(cells, picture.file, ',');
    if (!(cells >> left >> comma >> top >> comma >> right >> comma >> bottom) || right <= left || bottom <= top)
        return fail(ErrorCode::Malformed,
            path + ", row " + std::to_string(row) + ": expected file,left,top,right,bottom in pixels");
    picture.box = {left, top, right - left, bottom - top};
    return picture;
}

Result<std::vector<BoxedPicture>> readBoxes(const std::string& path)
{
    std::ifstream file(path);
    if (!file)
        return fail(ErrorCode::NotFound, "cannot read " + path + "; check --boxes");
    std::vector<BoxedPicture> pictures;
    int row = 0;
    for (std::string line; std::getline(file, line);) {
        ++row;
        if (line.empty() || line[0] == '#' || line.rfind("file,", 0) == 0)
            continue;
        auto picture = boxFrom(line, row, path);
        if (!picture)
            return fail(picture.error());
        pictures.push_back(std::move(*picture));
    }
    return pictures;
}

PointF middle(const RectF& rect)
{
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

/// The middle of the strongest patch, in picture pixels.
PointF strongest(const Grid<float>& map, const InputGeometry& geometry)
{
    const auto most = std::max_element(
        map.values().begin(), map.values().end(), [](float a, float b) { return !(a >= b); }); // a NaN never wins
    const auto index = static_cast<int>(most - map.values().begin());
    return middle(geometry.patchOnPicture({index / map.columns(), index % map.columns()}, map.size()));
}

/// Share of patches whose middle lies in the box: what a random map scores on average.
double chance(const GridSize& grid, const InputGeometry& geometry, const RectF& box)
{
    int inside = 0;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column)
            inside += box.contains(middle(geometry.patchOnPicture({row, column}, grid))) ? 1 : 0;
    return static_cast<double>(inside) / grid.count();
}

Result<void> point(
    Engine& engine, const PointingOptions& options, const BoxedPicture& picture, const RunContext& run, Hits& hits)
{
    const auto analysis = engine.analyse(pictureAt(options.folder + "/" + picture.file), run);
    if (!analysis)
        return fail(analysis.error());
    const InputGeometry& geometry = (*analysis)->geometry;
    for (std::size_t i = 0; i < options.methods.size(); ++i) {
        ExplainRequest request;
        request.method = *methodByName(options.methods[i]);
        const auto explanation = engine.explain(**analysis, request, run);
        if (!explanation)
            return fail(explanation.error());
        hits.methods[i] += picture.box.contains(strongest(explanation->map, geometry)) ? 1 : 0;
    }
    const GridSize size = geometry.picture();
    hits.centre += picture.box.contains({size.columns / 2.0, size.rows / 2.0}) ? 1 : 0;
    hits.random += chance((*analysis)->tokens.grid, geometry, picture.box);
    ++hits.pictures;
    return {};
}

void report(const Hits& hits, const PointingOptions& options, const Engine& engine, Shell& shell)
{
    nlohmann::ordered_json all{{"model", engine.model()->title}, {"pictures", hits.pictures}};
    const double count = std::max(1, hits.pictures);
    for (std::size_t i = 0; i < options.methods.size(); ++i)
        all[options.methods[i]] = hits.methods[i] / count;
    all["centre"] = hits.centre / count;
    all["random"] = hits.random / count;
    if (shell.common.json)
        shell.console.printJson(all);
    else
        for (const auto& [name, value] : all.items())
            shell.console.print(name + ": " + (value.is_string() ? value.get<std::string>() : value.dump()));
}

Status pointing(const PointingOptions& options, Shell& shell)
{
    const auto pictures = readBoxes(options.boxes);
    if (!pictures)
        return shell.failed(pictures.error());
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    const RunContext run{shell.context().cancel, {}};
    Hits hits;
    hits.methods.resize(options.methods.size());
    for (std::size_t i = 0; i < pictures->size(); ++i) {
        shell.console.progress("pictures", static_cast<int>(i), static_cast<int>(pictures->size()), true);
        if (const auto done = point(*engine, options, (*pictures)[i], run, hits); !done)
            return shell.failed(done.error());
    }
    shell.console.clearProgress();
    report(hits, options, *engine, shell);
    return kDone;
}

std::string checkMethod(const std::string& name)
{
    return methodByName(name) ? "" : "there is no method \"" + name + "\"";
}

}

void addPointingCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<PointingOptions>();
    auto* command = app.add_subcommand("pointing",
        "Measure how often a map's maximum lies in the object's box (Zhang et al. 2016, the pointing game)");
    command->add_option("DIR", options->folder, "folder of the pictures")->required();
    command->add_option("--boxes", options->boxes, "rows file,left,top,right,bottom in pixels")
        ->required()
        ->type_name("FILE.csv");
    command->add_option("--method", options->methods, "methods to measure, one or more")
        ->check(checkMethod)
        ->type_name("NAME")
        ->capture_default_str();
    addCommonOptions(*command, shell.common);
    command->callback([options, &shell] { shell.work = [options, &shell] { return pointing(*options, shell); }; });
}

}
