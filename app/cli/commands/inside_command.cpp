// app/cli/commands/inside_command.cpp: `inside IMAGE|INPUT.npy [--layer L] [--out DIR]`: every step of a forward pass.
#include "app/cli/options/intervention_options.h"
#include "app/cli/options/parse_values.h"
#include "app/cli/options/picture_argument.h"
#include "app/cli/shell.h"
#include "app/cli/text/token_lengths_text.h"
#include "core/base/atomic_file.h"
#include "core/base/npy.h"
#include "core/base/staged_folder.h"
#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

struct InsideOptions {
    std::string image, out;
    std::optional<int> layer;
    InterventionOptions interventions;
    std::vector<std::string> idle; ///< what to note
};

struct Written {
    std::vector<std::string> names;
    std::vector<TokenLengths> lengths;
};

/// Writes one step, its block's folder with it.
Result<void> writeStep(const fs::path& folder, const std::string& name, const NdArray& values)
{
    const auto file = folder / (name + ".npy");
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored); // where that fails, writing says so
    return writeNpy(file, values);
}

Result<Written> followed(Engine& engine, const Analysis& analysis, const InsideOptions& options,
    const StepSink& sink, const RunContext& run)
{
    std::optional<LayerIndex> only;
    if (options.layer)
        only = LayerIndex{*options.layer};
    auto lengths = engine.everyStep(analysis, only, sink, run);
    return lengths ? Result<Written>{Written{{}, std::move(*lengths)}} : Result<Written>{fail(lengths.error())};
}

Result<Written> writeAll(Engine& engine, const Analysis& analysis, const InsideOptions& options, const RunContext& run)
{
    if (options.out.empty())
        return followed(engine, analysis, options, [](const std::string&, const NdArray&) { return Result<void>{}; }, run);
    auto staged = StagedFolder::inside(options.out);
    if (!staged)
        return fail(staged.error());
    std::vector<std::string> names;
    const StepSink sink = [&](const std::string& name, const NdArray& values) {
        names.push_back(name);
        return writeStep(staged->path(), name, values);
    };
    auto written = followed(engine, analysis, options, sink, run);
    if (!written)
        return staged->failed(written.error());
    if (const auto moved = staged->moveIntoPlace(); !moved)
        return fail(moved.error());
    written->names = std::move(names);
    return written;
}

nlohmann::ordered_json asJson(const InsideOptions& options, const Analysis& analysis, const Written& written)
{
    nlohmann::ordered_json all{{"image", options.image}, {"model", analysis.model->title}};
    if (!options.out.empty())
        all.update({{"out", options.out}, {"arrays", written.names}});
    all["tokens"] = {{"count", analysis.tokens.count()}, {"prefix", analysis.tokens.prefix()},
        {"grid", {analysis.tokens.grid.rows, analysis.tokens.grid.columns}}};
    all["blocks"] = tokenLengthsJson(analysis.record, written.lengths, options.layer);
    return all;
}

Status inside(const InsideOptions& options, Shell& shell)
{
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    for (const auto& note : options.idle)
        shell.console.note("note: " + note);
    const auto run = shell.context();
    const auto analysis = analyseAndIntervene(*engine, options.image, options.interventions, {}, run);
    if (!analysis)
        return shell.failed(analysis.error(), shownName(options.image));
    shell.noteOf(**analysis);
    const auto written = writeAll(*engine, **analysis, options, run);
    shell.console.clearProgress();
    if (!written)
        return shell.failed(written.error(), shownName(options.image));
    if (shell.common.json) {
        shell.console.printJson(asJson(options, **analysis, *written));
        return kDone;
    }
    shell.console.print(shownName(options.image) + "\n" + tokenLengthsTable((*analysis)->tokens, written->lengths, options.layer));
    if (!options.out.empty())
        shell.console.print(std::to_string(written->names.size()) + " arrays → " + options.out);
    return kDone;
}

}

void addInsideCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<InsideOptions>();
    auto* command = app.add_subcommand("inside", "Follow a picture through the network, step by step");
    addPicture(*command, options->image);
    command->add_option("-l,--layer", options->layer, "one block, counted from 0, instead of all")
        ->check(CLI::Range(0, 100000))
        ->type_name("N");
    command->add_option("-o,--out", options->out, "folder to write every step to, as .npy")
        ->check(notEmpty)
        ->type_name("DIR");
    addInterventionOptions(*command, options->interventions);
    addCommonOptions(*command, shell.common);
    command->callback([options, command, &shell] {
        options->idle = idleInterventions(*command);
        shell.work = [options, &shell] { return inside(*options, shell); };
    });
}

}
