// app/cli/commands/statistics_command.cpp: `statistics IMAGE... [--like METHOD | --logit-lens | --view NAME] [--out
// FILE.csv|.json|.npy|.png]`: what every head or layer says, in numbers; features and weights.
#include "app/cli/commands/statistics_views.h"
#include "app/cli/options/intervention_options.h"
#include "app/cli/options/one_of.h"
#include "app/cli/options/output_names.h"
#include "app/cli/options/parse_values.h"
#include "app/cli/options/picture_argument.h"
#include "app/cli/shell.h"
#include "app/cli/text/head_numbers_text.h"
#include "app/cli/text/logit_lens_text.h"
#include "core/base/atomic_file.h"
#include "core/base/ending.h"
#include "core/base/json_text.h"
#include "core/base/kept_input.h"
#include "core/engine/explain_analysis.h"
#include "core/explain/measures/similarity.h"
#include "core/explain/methods.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using Json = nlohmann::ordered_json;


struct StatisticsOptions {
    std::vector<std::string> images;
    std::string out;
    bool lens = false;
    std::string like; ///< a method's name
    ViewOptions view;
    InterventionOptions interventions;
    std::vector<std::string> idle; ///< what to note
};

/// Every head's raw attention from the query, beside the map of the method asked for.
Result<HeadLikeness> likenessOf(
    const Analysis& analysis, const StatisticsOptions& options, Engine& engine, const RunContext& run)
{
    if (options.like.empty())
        return HeadLikeness{};
    ExplainRequest request;
    request.method = *methodByName(options.like);
    request.query = options.view.query.empty() ? Query{} : *parseQuery(options.view.query);
    const auto chosen = engine.explain(analysis, request, run);
    if (!chosen)
        return fail(chosen.error());
    const auto maps = headMapsOf(analysis, request.query, run);
    if (!maps)
        return fail(maps.error());
    return HeadLikeness{options.like, headSimilarities(*maps, chosen->map)};
}

Result<void> readLayers(const std::string& image, const Analysis& analysis, const StatisticsOptions& options,
    Engine& engine, Shell& shell, const RunContext& run)
{
    const auto query = options.view.query.empty() ? Query{} : *parseQuery(options.view.query);
    const auto lens = engine.logitLens(analysis, query, run);
    if (!lens)
        return fail(lens.error());
    if (!options.out.empty())
        if (auto written = writeLens(options.out, image, analysis, *lens); !written)
            return written;
    if (shell.common.json)
        shell.console.printJson(lensJson(image, analysis, *lens));
    else
        shell.console.print(lensTable(shownName(image), analysis, *lens));
    return {};
}

Result<void> showView(const std::string& image, const Analysis& analysis, const StatisticsOptions& options,
    Engine& engine, Shell& shell, const RunContext& run)
{
    const auto view = viewOf(options.view, analysis, engine, run);
    if (!view)
        return fail(view.error());
    Json heading{{"image", image}, {"model", analysis.model->title}, {"view", options.view.name}};
    heading.update(view->summary);
    if (!options.out.empty())
        if (auto written = writeView(options.out, heading, *view); !written)
            return written;
    if (shell.common.json)
        shell.console.printJson(heading);
    else
        shell.console.print(shownName(image) + ": " + view->text + (options.out.empty() ? "" : " → " + options.out));
    return {};
}

Result<void> showHeads(const std::string& image, const Analysis& analysis, const StatisticsOptions& options,
    Engine& engine, Shell& shell, const RunContext& run)
{
    const int patch = analysis.model->config.patch.value;
    const auto layers = attentionStatistics(analysis.record, {patch, patch}, run);
    if (!layers)
        return fail(layers.error());
    const auto likeness = likenessOf(analysis, options, engine, run);
    if (!likeness)
        return fail(likeness.error());
    auto json = headsJson(image, analysis, *layers, *likeness);
    if (shell.common.json || lowerEnding(options.out) == ".json") {
        json.update(viewSummaries(analysis, engine, run));
        addChange(json, analysis, kChangedClasses);
    }
    if (!options.out.empty())
        if (auto written = writeFile(options.out,
                lowerEnding(options.out) == ".csv" ? headsCsv(*layers, *likeness) : jsonText(json, 2) + "\n");
            !written)
            return written;
    const auto change = changeTable(analysis, kChangedClasses);
    if (shell.common.json)
        shell.console.printJson(json);
    else
        shell.console.print(headsTable(shownName(image), *layers, *likeness) + (change.empty() ? "" : "\n" + change));
    return {};
}

Result<void> describeOne(const std::string& image, const StatisticsOptions& options, Engine& engine, Shell& shell)
{
    const auto run = shell.context();
    if (const auto other = checkNotInput(options.out); !other)
        return other;
    const auto analysis = analyseAndIntervene(engine, image, options.interventions, {}, run);
    if (!analysis)
        return fail(analysis.error());
    shell.noteOf(**analysis);
    if (options.lens)
        return readLayers(image, **analysis, options, engine, shell, run);
    return options.view.name.empty() ? showHeads(image, **analysis, options, engine, shell, run)
                                     : showView(image, **analysis, options, engine, shell, run);
}

Status statistics(const StatisticsOptions& options, Shell& shell)
{
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    Status status = kDone;
    for (const auto& note : options.idle)
        shell.console.note("note: " + note);
    for (const auto& image : options.images) {
        if (shell.context().cancel.requested())
            return shell.failed(cancelled().value());
        const auto described = describeOne(image, options, *engine, shell);
        if (!described)
            status = shell.failed(described.error(), shownName(image));
        if (!described && described.error().code == ErrorCode::Cancelled)
            break;
    }
    return status;
}

std::string isTable(const std::string& file)
{
    if (file.empty())
        return "needs a value";
    const auto ending = lowerEnding(file);
    const bool known = ending == ".csv" || ending == ".json" || ending == ".npy" || ending == ".png";
    return known ? "" : file + ": the name must end in .csv, .json, .npy (logit lens, views) or .png (views)";
}

/// What was given and will not show in the results.
std::vector<std::string> idleOptions(const CLI::App& command, const StatisticsOptions& options)
{
    struct Reads {
        std::string_view view;
        bool query, layer, head;
    };
    constexpr std::array kReads{Reads{"positions", true, false, false}, Reads{"filters", false, false, false},
        Reads{"colours", false, true, false}, Reads{"similarity", true, true, false},
        Reads{"sinks", false, true, false}, Reads{"position-bias", false, true, true}};
    const auto* found = std::ranges::find(kReads, options.view.name, &Reads::view);
    const Reads reads = found != kReads.end() ? *found : Reads{"", options.lens || !options.like.empty(), false, false};
    const std::string what = found != kReads.end() ? "--view " + options.view.name : "the numbers of every head";
    auto notes = idleInterventions(command);
    for (const auto& [option, read] :
        {std::pair{"--query", reads.query}, std::pair{"--layer", reads.layer}, std::pair{"--head", reads.head}})
        if (command.count(option) > 0 && !read)
            notes.push_back(option + (" is not used by " + what));
    return notes;
}

/// What CLI11's own rules cannot say. Throws as CLI11 does.
void checkUse(const StatisticsOptions& options)
{
    const auto ending = lowerEnding(options.out);
    const bool viewing = !options.view.name.empty();
    if (viewing && options.lens)
        throw CLI::ValidationError("--view and --logit-lens are two different answers: ask for one");
    if (!options.like.empty() && (viewing || options.lens))
        throw CLI::ValidationError("--like is about heads: ask for it without --view and --logit-lens");
    if (!options.lens && !viewing && ending == ".npy")
        throw CLI::ValidationError("--out FILE.npy is for --logit-lens and --view");
    if (!viewing && ending == ".png")
        throw CLI::ValidationError("--out FILE.png is for --view");
    if (!viewing && (options.view.layer || options.view.head))
        throw CLI::ValidationError("--layer and --head are for --view");
    if (!options.out.empty() && options.images.size() > 1)
        throw CLI::ValidationError("--out takes the numbers of one picture");
}

}

void addStatisticsCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<StatisticsOptions>();
    auto* command = app.add_subcommand("statistics", "Numbers of every head; the logit lens; features and weights");
    addPictures(*command, options->images);
    command
        ->add_option(
            "-o,--out", options->out, "a file ending in .csv (one row per head) or .json; views also .npy and .png")
        ->check(isTable)
        ->type_name("FILE");
    command->add_flag("--logit-lens", options->lens, "what the head would say after every block, instead");
    command
        ->add_option(
            "--query", options->view.query, "logit lens, similarities, positions: one token: cls, dist, regN, ROW,COL")
        ->check([](const std::string& text) {
            const auto parsed = parseQuery(text);
            return parsed ? std::string{} : parsed.error().message;
        })
        ->type_name("QUERY");
    command
        ->add_option("--view", options->view.name,
            "features and weights instead: likeness of positions, filters of the patch embedding, features as colours, "
            "their similarity to the query, sinks (patches of high norm), Swin's bias by relative position")
        ->check(oneOf("view", viewNames()))
        ->type_name("NAME");
    command->add_option("--layer", options->view.layer, "views of features: after this block; position-bias: of it")
        ->check(CLI::Range(0, 10000))
        ->type_name("N");
    command->add_option("--head", options->view.head, "position-bias: of this head")
        ->check(CLI::Range(0, 10000))
        ->type_name("N");
    command->add_option("--like", options->like, "how alike each head's map is to this method's, from the same query")
        ->check(aMethod())
        ->type_name("METHOD");
    addInterventionOptions(*command, options->interventions);
    addCommonOptions(*command, shell.common);
    command->callback([options, command, &shell] {
        reclaimValues(options->images, options->interventions);
        checkPictures(options->images);
        checkUse(*options);
        options->idle = idleOptions(*command, *options);
        shell.work = [options, &shell] { return statistics(*options, shell); };
    });
}

}
