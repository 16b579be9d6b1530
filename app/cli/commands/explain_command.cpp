// app/cli/commands/explain_command.cpp: `explain IMAGE... --method M … (--out FILE | --out-dir DIR)`.
#include "app/cli/options/explain_options.h"
#include "app/cli/options/idle_options.h"
#include "app/cli/options/intervention_options.h"
#include "app/cli/options/one_of.h"
#include "app/cli/options/output_names.h"
#include "app/cli/options/parse_values.h"
#include "app/cli/options/picture_argument.h"
#include "app/cli/shell.h"
#include "app/cli/text/predictions_text.h"
#include "core/base/formatted.h"
#include "core/base/json_text.h"
#include "core/base/kept_input.h"
#include "core/base/staged_folder.h"
#include "core/engine/output/export.h"
#include "core/engine/output/map_look.h"
#include "core/engine/output/map_summary.h"
#include "core/engine/output/provenance.h"
#include "core/engine/output/title.h"
#include "core/engine/picture/embedding_target.h"
#include "core/explain/methods.h"
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{


struct ExplainOptions {
    std::vector<std::string> images;
    MapOptions map;
    DrawOptions draw;
    InterventionOptions interventions;
    std::string like; ///< a picture; empty for none
    std::string out, outFolder, format = "png";
    std::vector<std::string> idle; ///< what to note
};

nlohmann::ordered_json asJson(
    const std::string& image, const Analysis& analysis, const Explanation& explanation, const std::string& out)
{
    nlohmann::ordered_json all{{"image", image}, {"model", analysis.model->title}};
    all.update(describeRequest(explanation.request, analysis.model->config));
    all.update(describeMap(explanation));
    all["signed"] = explanation.isSigned;
    all["out"] = out;
    addChange(all, analysis, kChangedClasses);
    all["ms"] = timingsJson(analysis.ms);
    all["ms"]["explain"] = explanation.milliseconds;
    return all;
}

std::string asText(
    const std::string& image, const Analysis& analysis, const Explanation& explanation, const std::string& out)
{
    const auto summary = summarise(explanation.map);
    const bool empty = summary.minimum == 0 && summary.maximum == 0;
    const auto figures = empty ? std::string{"empty: nothing spoke for it"}
                               : formatted("%d × %d, from %.4g to %.4g, highest at %d,%d", explanation.map.rows(),
                                   explanation.map.columns(), static_cast<double>(summary.minimum),
                                   static_cast<double>(summary.maximum), summary.peak.row, summary.peak.column);
    const auto change = changeTable(analysis, kChangedClasses);
    return image + ": " + oneLine(explanationTitle(analysis, explanation)) + ": " + figures + " → " + oneLine(out)
        + (change.empty() ? "" : "\n" + change);
}

bool hidesTheSign(const Explanation& explanation, const ExportRequest& request)
{
    return exportFormat(request.kind).follows.has(Drawing::Colours) && !request.look.heads
        && coloursFor(explanation.isSigned, request.look.colours) != request.look.colours;
}

/// The target that --like names; nothing without it. Errors: those of analyse; Unsupported (a network with classes).
Result<std::optional<EmbeddingTarget>> likeness(const ExplainOptions& options, Engine& engine, const RunContext& run)
{
    if (options.like.empty())
        return std::optional<EmbeddingTarget>{};
    const auto other = analyseAndIntervene(engine, options.like, {}, {.record = false}, run);
    if (!other)
        return fail(other.error());
    if (embeddingComponents(**other) == 0)
        return fail(ErrorCode::Unsupported,
            "--like compares embeddings, and " + (*other)->model->title + " tells classes; name one with --target");
    return std::optional{similarityTo(**other)};
}

Result<std::string> explainOne(const std::string& image, const std::string& out, const ExplainOptions& options,
    const std::optional<EmbeddingTarget>& like, Engine& engine, Shell& shell, const RunContext& run)
{
    if (const auto other = checkNotInput(out); !other)
        return fail(other.error());
    const auto analysis = analyseAndIntervene(engine, image, options.interventions, {}, run);
    if (!analysis)
        return fail(analysis.error());
    shell.noteOf(**analysis);
    auto request = explainRequest(options.map, **analysis);
    if (!request)
        return fail(request.error());
    if (like && request->embedding)
        request->embedding = like;
    const auto explanation = engine.explain(**analysis, *request, run);
    if (!explanation)
        return fail(explanation.error());
    const auto drawn = exportRequest(options.draw, out);
    if (auto written = exportExplanation(out, **analysis, *explanation, drawn, run); !written)
        return fail(written.error());
    if (options.draw.coloursGiven && hidesTheSign(*explanation, drawn))
        shell.console.note("note: --colormap " + options.draw.colourMap + " is not used: " + shownName(image)
            + "'s map is signed, and one-sided colours would hide the sign");
    if (isRounding(*explanation, (*analysis)->embedding))
        shell.console.note("note: the norm of this embedding hardly depends on the picture (a layer norm sets it), so "
                           "the map is rounding: ask --like IMAGE or --target COMPONENT");
    if (!shell.common.json)
        return asText(shownName(image), **analysis, *explanation, out);
    return jsonText(asJson(image, **analysis, *explanation, out));
}

ExportKind kindOf(const ExplainOptions& options)
{
    const std::filesystem::path out = options.out.empty() ? "map." + options.format : options.out;
    return exportKindOf(out, options.draw.style).value_or(ExportKind::Overlay);
}

/// What was given and will not show in the results.
std::vector<std::string> idleOptions(const CLI::App& command, const ExplainOptions& options)
{
    const auto method = *methodByName(options.map.method);
    const auto kind = kindOf(options);
    auto notes = idleMapOptions(command, method);
    for (auto& note : idleDrawOptions(command, method, kind))
        notes.push_back(std::move(note));
    if (kind == ExportKind::Sheet && method != Method::Attention)
        notes.push_back("a sheet shows the attention of every layer and head, whatever --method says");
    if (exportFormat(kind).firstColour && methodInfo(method).isPicture)
        notes.push_back(".csv files hold the first of the three components of " + options.map.method
            + " alone; .npy and .json hold all");
    for (auto& note : idleInterventions(command))
        notes.push_back(std::move(note));
    if (!options.like.empty() && methodInfo(method).needs != Needs::Class)
        notes.push_back("--like is not used by " + options.map.method);
    if (!options.out.empty() && command.count("--format") > 0)
        notes.push_back("--format is not used with --out, whose name says the format");
    return notes;
}

Status explainAll(const ExplainOptions& options, Shell& shell)
{
    const auto made = MadeFolders::upTo(options.outFolder);
    if (!made)
        return shell.failed(made.error());
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    for (const auto& note : options.idle)
        shell.console.note("note: " + note);
    const auto like = likeness(options, *engine, shell.context());
    if (!like)
        return shell.failed(like.error());
    OutputNames names(options.outFolder, options.map.method, options.format);
    Status status = kDone;
    for (const auto& image : options.images) {
        const auto run = shell.context();
        if (run.cancel.requested())
            return shell.failed(cancelled().value());
        const auto out = options.out.empty() ? names.next(image) : options.out;
        const auto line = explainOne(image, out, options, *like, *engine, shell, run);
        if (line)
            shell.console.print(*line);
        else
            status = shell.failed(line.error(), shownName(image));
        if (!line && line.error().code == ErrorCode::Cancelled)
            break;
    }
    return status;
}

/// What CLI11's own rules cannot say. Throws as CLI11 does.
void checkOutputs(const ExplainOptions& options)
{
    if (options.out.empty() && options.outFolder.empty())
        throw CLI::ValidationError("explain needs --out FILE or --out-dir DIR");
    if (!options.out.empty() && !options.outFolder.empty())
        throw CLI::ValidationError("--out FILE and --out-dir DIR exclude each other");
    if (!options.like.empty() && !options.map.target.empty())
        throw CLI::ValidationError("--like and --target exclude each other: each says what is explained");
    if (!options.out.empty() && options.images.size() > 1)
        throw CLI::ValidationError("several pictures need --out-dir DIR instead of --out FILE");
    const auto& heads = exportFormat(ExportKind::Heads);
    if (options.draw.style == heads.name && !exportFits(heads.kind, *methodByName(options.map.method)))
        throw CLI::ValidationError("--style heads lays the heads of one layer over each other: it needs --method attention");
}

}

void addExplainCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<ExplainOptions>();
    auto* command = app.add_subcommand("explain", "Make a map of what the network looked at");
    addPictures(*command, options->images);
    addMapOptions(*command, options->map);
    command->add_option("--like", options->like,
            "of a network without classes: explain how alike (cosine) its embedding is to this picture's")
        ->check(notEmpty)
        ->type_name("IMAGE");
    command->add_option("-o,--out", options->out, "a file ending in " + knownEndings())
        ->check(hasKnownEnding)
        ->type_name("FILE");
    command->add_option("--out-dir", options->outFolder, "a folder; files are named PICTURE.METHOD.FORMAT")
        ->check(notEmpty)
        ->type_name("DIR");
    command->add_option("--format", options->format, "with --out-dir: the ending")
        ->check(oneOf("format", exportEndings()))
        ->type_name("NAME")
        ->capture_default_str();
    addDrawOptions(*command, options->draw);
    addInterventionOptions(*command, options->interventions);
    addCommonOptions(*command, shell.common);
    command->callback([options, command, &shell] {
        reclaimValues(options->images, options->interventions);
        checkPictures(options->images);
        checkOutputs(*options);
        options->draw.coloursGiven = command->count("--colormap") > 0;
        options->idle = idleOptions(*command, *options);
        shell.work = [options, &shell] { return explainAll(*options, shell); };
    });
}

}
