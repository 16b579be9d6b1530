// app/cli/commands/trace_command.cpp: `trace IMAGE|INPUT.npy --out DIR`.
#include "app/cli/options/output_names.h"
#include "app/cli/options/parse_values.h"
#include "app/cli/options/picture_argument.h"
#include "app/cli/shell.h"
#include "core/base/atomic_file.h"
#include "core/base/ending.h"
#include "core/base/json_text.h"
#include "core/base/npy.h"
#include "core/engine/model/describe_model.h"
#include "core/engine/output/trace.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

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

/// Arrays that an earlier trace of another net left in the folder would pass for this one's.
void removeOthers(const fs::path& folder, const std::vector<std::string>& names)
{
    static const std::regex ours{"(input|tokens|logits|logits_class|logits_distillation|features|(image_)?embedding|attention_pool|"
                                 "attention_(class_|mixed_)?[0-9]{2,3})\\.npy"};
    std::error_code ignored;
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (std::regex_match(entry.path().filename().string(), ours)
            && std::find(names.begin(), names.end(), entry.path().stem().string()) == names.end())
            others.push_back(entry.path());
    for (const auto& path : others)
        fs::remove(path, ignored);
}

Result<std::vector<std::string>> writeAll(const Analysis& analysis, const TraceOptions& options, const RunContext& run)
{
    const fs::path folder{options.out};
    if (auto made = makeFolder(folder); !made)
        return fail(made.error());
    std::vector<std::string> names;
    const TraceSink sink = [&](const std::string& name, const NdArray& array) {
        names.push_back(name);
        return writeNpy(folder / (name + ".npy"), array);
    };
    if (auto traced = trace(analysis, sink, run); !traced)
        return fail(traced.error());
    removeOthers(folder, names);
    const auto meta = jsonText(metaOf(options.image, analysis), 2);
    if (auto written = writeFile(folder / "meta.json", meta + "\n"); !written)
        return fail(written.error());
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
