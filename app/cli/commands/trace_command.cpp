// app/cli/commands/trace_command.cpp: `trace IMAGE|INPUT.npy --out DIR`.
#include "app/cli/options/parse_values.h"
#include "app/cli/options/picture_argument.h"
#include "app/cli/shell.h"
#include "core/base/atomic_file.h"
#include "core/base/ending.h"
#include "core/base/json_text.h"
#include "core/base/kept_input.h"
#include "core/base/npy.h"
#include "core/base/staged_folder.h"
#include "core/engine/model/describe_model.h"
#include "core/engine/output/trace.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

struct TraceOptions {
    std::string image, out;
};

nlohmann::ordered_json metaOf(const std::string& image, const Analysis& analysis)
{
    auto model = describeModel(*analysis.model);
    auto assumed = nlohmann::ordered_json::array();
    for (const auto& [fact, origin] : model.at("origin").items())
        if (origin == "assumed")
            assumed.push_back(fact);
    const auto field = analysis.geometry.fieldOfView();
    return {{"image", image}, {"model", model}, {"assumed", assumed},
        {"preprocess",
            {{"skipped", lowerEnding(image) == ".npy"},
                {"profile", describeProfile(analysis.model->config.profile.value)},
                {"picture", {analysis.picture.height(), analysis.picture.width()}},
                {"input", {analysis.geometry.input().rows, analysis.geometry.input().columns}},
                {"field_of_view", {{"x", field.x}, {"y", field.y}, {"width", field.width}, {"height", field.height}}}}},
        {"tokens",
            {{"count", analysis.tokens.count()}, {"prefix", analysis.tokens.prefix()},
                {"grid", {analysis.tokens.grid.rows, analysis.tokens.grid.columns}}}},
        {"device", analysis.device}, {"precision", analysis.precision}, {"version", PATCHLIGHT_VERSION}};
}

/// The arrays that an earlier trace says it left in the folder and nobody has touched since: of another net they would
/// pass for this one's. meta.json was its last file.
std::vector<fs::path> leftByEarlierTrace(const fs::path& folder)
{
    std::error_code ignored;
    const auto written = fs::last_write_time(folder / "meta.json", ignored);
    const auto meta = nlohmann::json::parse(std::ifstream(folder / "meta.json"), nullptr, /*allow_exceptions=*/false);
    std::vector<fs::path> left;
    if (!meta.is_object() || !meta.contains("arrays") || !meta["arrays"].is_array())
        return left;
    for (const auto& name : meta["arrays"]) {
        const auto file = folder / (name.is_string() ? name.get<std::string>() + ".npy" : std::string{});
        if (file.parent_path() == folder && fs::is_regular_file(fs::symlink_status(file, ignored))
            && fs::last_write_time(file, ignored) <= written && checkNotInput(file))
            left.push_back(file);
    }
    return left;
}

Result<std::vector<std::string>> writeAll(const Analysis& analysis, const TraceOptions& options, const RunContext& run)
{
    const fs::path folder{options.out};
    auto staged = StagedFolder::inside(folder);
    if (!staged)
        return fail(staged.error());
    std::vector<std::string> names;
    const TraceSink sink = [&](const std::string& name, const NdArray& array) {
        names.push_back(name);
        return writeNpy(staged->path() / (name + ".npy"), array);
    };
    if (auto traced = trace(analysis, sink, run); !traced)
        return staged->failed(traced.error());
    auto meta = metaOf(options.image, analysis);
    meta["arrays"] = names;
    if (auto written = writeFile(staged->path() / "meta.json", jsonText(meta, 2) + "\n"); !written)
        return staged->failed(written.error());
    const auto left = leftByEarlierTrace(folder);
    if (auto moved = staged->moveIntoPlace(); !moved)
        return fail(moved.error());
    for (const auto& file : left)
        if (std::find(names.begin(), names.end(), file.stem().string()) == names.end()) {
            std::error_code ignored;
            fs::remove(file, ignored);
        }
    return names;
}

Status runTrace(const TraceOptions& options, Shell& shell)
{
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    const auto run = shell.context();
    const auto source = openPicture(options.image, run);
    if (!source)
        return shell.failed(source.error(), shownName(options.image));
    const auto analysis = engine->analyse(*source, run);
    if (!analysis)
        return shell.failed(analysis.error(), shownName(options.image));
    shell.noteOf(**analysis);
    const auto names = writeAll(**analysis, options, run);
    if (!names)
        return shell.failed(names.error());
    if (shell.common.json)
        shell.console.printJson(nlohmann::ordered_json{
            {"image", options.image}, {"model", (*analysis)->model->title}, {"out", options.out}, {"arrays", *names}});
    else
        shell.console.print(shownName(options.image) + " → " + options.out + ": " + std::to_string(names->size())
            + " arrays and meta.json");
    return kDone;
}

}

void addTraceCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<TraceOptions>();
    auto* command = app.add_subcommand("trace", "Write every intermediate as .npy, to compare with other programs");
    addPicture(*command, options->image);
    command->add_option("-o,--out", options->out, "folder to write to")->required()->check(notEmpty)->type_name("DIR");
    addCommonOptions(*command, shell.common);
    command->callback([options, &shell] { shell.work = [options, &shell] { return runTrace(*options, shell); }; });
}

}
