// app/cli/evaluate_command.cpp: `evaluate DIR [--labels FILE.csv] [--method M…]`: accuracy over labelled
// pictures, or how faithful methods are.
#include "app/cli/evaluate_methods.h"
#include "app/cli/labelled_pictures.h"
#include "app/cli/output_names.h"
#include "app/cli/shell.h"
#include "core/base/atomic_file.h"
#include "core/engine/predictions.h"
#include "core/engine/stopwatch.h"
#include "core/explain/methods.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
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

void count(Tally& tally, const LabelledPicture& picture, const Analysis& analysis)
{
    const auto& all = analysis.predictions;
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const Prediction& p) { return p.index.value == picture.label; });
    const auto rank = static_cast<int>(found - all.begin());
    ++tally.pictures;
    tally.top1 += rank < 1 ? 1 : 0;
    tally.top5 += rank < 5 ? 1 : 0;
    std::array<char, 96> figures{};
    std::snprintf(figures.data(), figures.size(), ",%d,%d,%.6f,%d\n", picture.label, all.front().index.value,
        static_cast<double>(all.front().probability), rank + 1);
    tally.rows += "\"" + picture.name + "\"" + figures.data();
}

Result<std::vector<LabelledPicture>> picturesOf(const EvaluateOptions& options, const ModelConfig& config)
{
    if (config.classes.value <= 0)
        return fail(ErrorCode::Unsupported, "this model has no classification head, so there is nothing to evaluate");
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
    for (int i = 0; i < total && !run.cancel.requested(); ++i) {
        const auto& picture = pictures[static_cast<std::size_t>(i)];
        shell.console.progress("pictures", i, total, true);
        const auto analysis = engine.analyse(pictureAt(picture.file.string()), {.record = false}, run);
        if (analysis) {
            count(tally, picture, **analysis);
            continue;
        }
        shell.failed(analysis.error());
        ++tally.unreadable;
    }
    shell.console.progress("pictures", total, total, true);
    shell.console.clearProgress();
    tally.milliseconds = watch.milliseconds();
    return tally;
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
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), "top-1 %.2f %%, top-5 %.2f %% of %d pictures, %.0f ms each",
        100 * tally.share(tally.top1), 100 * tally.share(tally.top5), tally.pictures, each);
    shell.console.print(engine.model()->title + ": " + text.data());
}

Status evaluate(const EvaluateOptions& options, Shell& shell)
{
    const bool judging = !options.test.methods.empty();
    if (auto made = options.out.empty() || judging ? Result<void>{} : makeFolder(options.out); !made)
        return shell.failed(made.error());
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    const auto pictures = picturesOf(options, engine->model()->config);
    if (!pictures)
        return shell.failed(pictures.error());
    if (judging)
        return evaluateMethods(options.test, *pictures, *engine, shell);
    const auto tally = evaluateAll(*pictures, *engine, shell);
    if (shell.context().cancel.requested())
        return shell.failed(cancelled().value());
    report(tally, *engine, shell);
    if (!options.out.empty())
        if (auto written = writeFile(std::filesystem::path{options.out} / "predictions.csv", tally.rows); !written)
            return shell.failed(written.error());
    return tally.unreadable == 0 ? kDone : kFailed;
}

}

void addEvaluateCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<EvaluateOptions>();
    auto* command = app.add_subcommand("evaluate", "Measure accuracy over labelled pictures");
    command->add_option("DIR", options->folder, "pictures: with --labels any, without it a folder of class folders")
        ->required();
    command
        ->add_option("--labels", options->labels,
            "rows file,class or file,class,left,top,right,bottom (a box in pixels); a class by index or name")
        ->type_name("FILE.csv");
    command->add_option("--limit", options->limit, "only the first N pictures; 0 = all")
        ->check(CLI::Range(0, 100000000))
        ->type_name("N");
    command
        ->add_option(
            "-o,--out", options->out, "a folder for predictions.csv; with --method: FILE.csv, and FILE.svg beside it")
        ->type_name("DIR");
    command
        ->add_option("--method", options->test.methods,
            "measure a method instead: deletion and insertion, pointing and energy where there are boxes; may be "
            "repeated")
        ->allow_extra_args(false)
        ->check([](const std::string& name) {
            return methodByName(name) ? std::string{} : "there is no method \"" + name + "\"";
        })
        ->type_name("M");
    command->add_option("--cells-per-step", options->test.cellsPerStep, "with --method: patches changed at a time")
        ->check(CLI::Range(1, 100000))
        ->type_name("N")
        ->capture_default_str();
    command->add_flag("--randomise", options->test.randomise,
        "with --method: is the map another one when weights are random, from the head down? one map per block");
    addCommonOptions(*command, shell.common);
    command->callback([options, &shell] {
        if (options->test.randomise && options->test.methods.empty())
            throw CLI::ValidationError("--randomise needs --method");
        if (!options->test.methods.empty() && !options->out.empty()
            && std::filesystem::path{options->out}.extension() != ".csv")
            throw CLI::ValidationError("with --method, --out must end in .csv");
        options->test.out = options->test.methods.empty() ? "" : options->out;
        shell.work = [options, &shell] { return evaluate(*options, shell); };
    });
}

}
