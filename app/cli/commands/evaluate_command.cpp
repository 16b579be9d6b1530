// app/cli/commands/evaluate_command.cpp: `evaluate DIR [--labels FILE.csv] [--method M…]`: accuracy over labelled
// pictures, or how faithful methods are.
#include "app/cli/commands/evaluate_methods.h"
#include "app/cli/options/labelled_pictures.h"
#include "app/cli/options/one_of.h"
#include "app/cli/options/output_names.h"
#include "app/cli/options/parse_values.h"
#include "app/cli/shell.h"
#include "app/cli/text/csv_text.h"
#include "core/base/atomic_file.h"
#include "core/base/ending.h"
#include "core/base/formatted.h"
#include "core/base/kept_input.h"
#include "core/base/staged_folder.h"
#include "core/base/stopwatch.h"
#include "core/engine/picture/predictions.h"
#include "core/explain/measures/faithfulness_curves.h"
#include "core/explain/methods.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

struct EvaluateOptions {
    std::string folder, labels, out;
    int limit = 0;
    MethodTest test;
};

struct Tally {
    int pictures = 0, unreadable = 0, top1 = 0, top5 = 0;
    double milliseconds = 0;
    std::string rows = "file,class,predicted,probability,rank\n";

    double share(int count) const { return pictures > 0 ? static_cast<double>(count) / pictures : 0; }
};

void count(Tally& tally, const LabelledPicture& picture, const std::vector<Prediction>& all)
{
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const Prediction& p) { return p.index.value == picture.label; });
    const auto rank = static_cast<int>(found - all.begin());
    ++tally.pictures;
    tally.top1 += rank < 1 ? 1 : 0;
    tally.top5 += rank < 5 ? 1 : 0;
    const auto figures = formatted(",%d,%d,%.6f,%d\n", picture.label, all.front().index.value,
        static_cast<double>(all.front().probability), rank + 1);
    tally.rows += csvQuoted(picture.name) + figures;
}

Result<std::vector<LabelledPicture>> picturesOf(const EvaluateOptions& options, const ModelConfig& config)
{
    if (config.classes.value <= 0)
        return fail(ErrorCode::Unsupported, "this model has no classification head, so there is nothing to evaluate");
    std::error_code ignored;
    if (!std::filesystem::is_directory(options.folder, ignored))
        return fail(ErrorCode::NotFound, options.folder + ": no such folder");
    auto pictures = options.labels.empty() ? listClassFolders(options.folder, config)
                                           : readLabels(options.labels, options.folder, config);
    if (pictures && options.limit > 0 && pictures->size() > static_cast<std::size_t>(options.limit))
        pictures->resize(static_cast<std::size_t>(options.limit));
    return pictures;
}

Tally evaluateAll(const std::vector<LabelledPicture>& pictures, Engine& engine, Shell& shell)
{
    Tally tally;
    const Stopwatch watch;
    const int total = static_cast<int>(pictures.size());
    const RunContext run{shell.context().cancel, {}};
    for (int first = 0; first < total && !run.cancel.requested(); first += engine.picturesTogether()) {
        shell.console.progress("pictures", first, total, true);
        const int end = std::min(total, first + engine.picturesTogether());
        std::vector<PictureSource> together;
        for (int i = first; i < end; ++i)
            together.push_back(pictureAt(pictures[static_cast<std::size_t>(i)].file.string()));
        const auto answers = engine.predict(together, run);
        for (std::size_t i = 0; i < answers.size(); ++i)
            if (answers[i]) {
                count(tally, pictures[static_cast<std::size_t>(first) + i], *answers[i]);
            } else if (answers[i].error().code != ErrorCode::Cancelled) {
                shell.failed(answers[i].error());
                ++tally.unreadable;
            }
    }
    if (!run.cancel.requested())
        shell.console.progress("pictures", total, total, true);
    shell.console.clearProgress();
    tally.milliseconds = watch.milliseconds();
    return tally;
}

/// What only tests of methods look at.
void noteIdleOptions(const CLI::App& command, Console& console)
{
    for (const char* option : {"--cells-per-step", "--no-curves", "--tolerance"})
        if (command.count(option) > 0)
            console.note("note: " + std::string{option} + " is not used without --method");
}

void report(const Tally& tally, const Engine& engine, Shell& shell)
{
    const double each = tally.pictures > 0 ? tally.milliseconds / tally.pictures : 0;
    if (shell.common.json) {
        shell.console.printJson(
            {{"model", engine.model()->title}, {"pictures", tally.pictures}, {"unreadable", tally.unreadable},
                {"top1", tally.share(tally.top1)}, {"top5", tally.share(tally.top5)}, {"ms_per_picture", each}});
        return;
    }
    const auto text = formatted("top-1 %.2f %%, top-5 %.2f %% of %d pictures, %.0f ms each",
        100 * tally.share(tally.top1), 100 * tally.share(tally.top5), tally.pictures, each);
    shell.console.print(engine.model()->title + ": " + text);
}

/// Where one row per picture goes: FILE.csv itself, or predictions.csv in any other folder (and in one that is there).
std::filesystem::path predictionsFile(const std::filesystem::path& out)
{
    std::error_code ignored;
    const bool table = lowerEnding(out) == ".csv" && !std::filesystem::is_directory(out, ignored);
    return out.empty() || table ? out : out / "predictions.csv";
}

/// Before a model is opened: curves, pointing and randomisation all go by the order of the patches.
Result<void> checkOrders(const std::vector<std::string>& names)
{
    for (const auto& name : names)
        if (const auto ordered = checkHasOrder(*methodByName(name)); !ordered)
            return fail(ordered.error().code, name + ": " + ordered.error().message);
    return {};
}

Status evaluate(const EvaluateOptions& options, Shell& shell)
{
    if (const auto ordered = checkOrders(options.test.methods); !ordered)
        return shell.failed(ordered.error());
    const bool judging = !options.test.methods.empty();
    const auto table = judging ? std::filesystem::path{options.out} : predictionsFile(options.out);
    const auto made = MadeFolders::upTo(table == options.out ? "" : options.out);
    if (!made)
        return shell.failed(made.error());
    if (const auto free = table.empty() ? Result<void>{} : checkWritable(table); !free)
        return shell.failed(free.error());
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    if (const auto other = checkNotInput(table); !other)
        return shell.failed(other.error());
    const auto pictures = picturesOf(options, engine->model()->config);
    if (!pictures)
        return shell.failed(pictures.error());
    if (judging)
        return evaluateMethods(options.test, *pictures, *engine, shell);
    const auto tally = evaluateAll(*pictures, *engine, shell);
    if (shell.context().cancel.requested())
        return shell.failed(cancelled().value());
    if (tally.pictures == 0)
        return shell.failed({ErrorCode::Unreadable, options.folder + ": none of its pictures could be read"});
    report(tally, *engine, shell);
    if (!table.empty())
        if (auto written = writeFile(table, tally.rows); !written)
            return shell.failed(written.error());
    return tally.unreadable == 0 ? kDone : kFailed;
}

}

void addEvaluateCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<EvaluateOptions>();
    auto* command = app.add_subcommand("evaluate", "Measure accuracy over labelled pictures");
    command->add_option("DIR", options->folder, "pictures: with --labels any, without it a folder of class folders")
        ->required()
        ->check(notEmpty);
    command
        ->add_option("--labels", options->labels,
            "rows file,class or file,class,left,top,right,bottom (a box in pixels); a class by index or name")
        ->check(notEmpty)
        ->type_name("FILE.csv");
    command->add_option("--limit", options->limit, "only the first N pictures; 0 = all")
        ->check(CLI::Range(0, 100000000))
        ->type_name("N");
    command
        ->add_option("-o,--out", options->out,
            "FILE.csv with one row per picture, or a folder for predictions.csv; with --method: FILE.csv, and FILE.svg "
            "beside it")
        ->check(notEmpty)
        ->type_name("FILE.csv|DIR");
    command
        ->add_option("--method", options->test.methods,
            "measure a method instead: deletion and insertion, pointing and energy where there are boxes; may be "
            "repeated")
        ->allow_extra_args(false)
        ->check(aMethod())
        ->type_name("M");
    command
        ->add_option("--cells-per-step", options->test.cellsPerStep,
            formatted("with --method: patches changed at a time (default: as many as make about %d steps)", kUsualSteps))
        ->check(CLI::Range(1, 100000))
        ->type_name("N");
    command->add_flag("!--no-curves", options->test.curves, "with --method: only pointing and energy, which are quick");
    command
        ->add_option("--tolerance", options->test.tolerance,
            "with --method: how far from the box a maximum still counts, in pixels of the network's input")
        ->check(between(0, 10000))
        ->type_name("PX")
        ->capture_default_str();
    command->add_flag("--randomise", options->test.randomise,
        "with --method: is the map another one when weights are random, from the head down? one map per block");
    command->add_flag("--resume", options->test.resume,
        "with --method and --out: go on where an evaluation of the same question was ended");
    addCommonOptions(*command, shell.common);
    command->callback([options, command, &shell] {
        if (options->test.randomise && options->test.methods.empty())
            throw CLI::ValidationError("--randomise needs --method");
        if (options->test.resume && (options->test.methods.empty() || options->out.empty()))
            throw CLI::ValidationError("--resume needs --method and --out");
        if (!options->test.methods.empty() && !options->out.empty() && lowerEnding(options->out) != ".csv")
            throw CLI::ValidationError("with --method, --out must end in .csv");
        options->test.out = options->test.methods.empty() ? "" : options->out;
        shell.work = [options, command, &shell] {
            if (options->test.methods.empty())
                noteIdleOptions(*command, shell.console);
            return evaluate(*options, shell);
        };
    });
}

}
