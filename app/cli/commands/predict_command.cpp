// app/cli/commands/predict_command.cpp: `predict IMAGE... [--top K]`.
#include "app/cli/options/intervention_options.h"
#include "app/cli/options/picture_argument.h"
#include "app/cli/shell.h"
#include "app/cli/text/predictions_text.h"
#include "core/base/fact_words.h"
#include "core/engine/picture/unsure.h"
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

bool namesAreAssumed(const ModelConfig& config)
{
    return !config.classNames.empty() && config.classNamesOrigin == Origin::Assumed;
}

struct PredictOptions {
    std::vector<std::string> images;
    int top = 5;
    InterventionOptions interventions;
    std::vector<std::string> idle; ///< what to note
};

nlohmann::ordered_json asJson(const std::string& image, const Analysis& analysis, int top)
{
    const auto outputs = analysis.model->config.outputs.value;
    nlohmann::ordered_json all{{"image", image}, {"model", analysis.model->title},
        {"predictions", predictionsJson(analysis.predictions, top, outputs)}};
    if (outputs != Outputs::Classes)
        all["outputs"] = wordFor(outputs);
    if (namesAreAssumed(analysis.model->config))
        all["names"] = "assumed: ImageNet";
    if (unsureBelow(*analysis.model))
        all["unsure"] = unsureAmong(analysis) > 0;
    if (!analysis.predictionsClass.empty())
        all["predictions_class"] = predictionsJson(analysis.predictionsClass, top, outputs);
    if (!analysis.predictionsDistillation.empty())
        all["predictions_distillation"] = predictionsJson(analysis.predictionsDistillation, top, outputs);
    addChange(all, analysis, top);
    all["ms"] = timingsJson(analysis.ms);
    return all;
}

std::string asText(const std::string& image, const Analysis& analysis, int top)
{
    const auto change = changeTable(analysis, top);
    const int known = unsureAmong(analysis);
    const auto unsure = known > 0
        ? "\n  unsure: this model knows " + std::to_string(known) + " things; patchlight-cli models lists others"
        : std::string{};
    return image + "\n" + predictionsTable(analysis, top) + unsure + (change.empty() ? "" : "\n" + change);
}

Status predict(const PredictOptions& options, Shell& shell)
{
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    for (const auto& note : options.idle)
        shell.console.note("note: " + note);
    if (namesAreAssumed(engine->model()->config))
        shell.console.note("note: the names of the classes are assumed: ImageNet's, because there are 1000; "
                           "--class-names gives others, --class-names none numbers");
    Status status = kDone;
    for (const auto& image : options.images) {
        const auto run = shell.context();
        if (run.cancel.requested())
            return shell.failed(cancelled().value());
        const auto analysis = analyseAndIntervene(*engine, image, options.interventions, {.record = false}, run);
        if (analysis)
            shell.noteOf(**analysis);
        if (!analysis)
            status = shell.failed(analysis.error(), shownName(image));
        else if ((*analysis)->predictions.empty())
            status = shell.failed({ErrorCode::Unsupported,
                shownName(image) + ": " + (*analysis)->model->title
                    + " has no classification head, so there is nothing to predict; explain and trace work"});
        else if (shell.common.json)
            shell.console.printJson(asJson(image, **analysis, options.top));
        else
            shell.console.print(asText(shownName(image), **analysis, options.top));
        if (!analysis && analysis.error().code == ErrorCode::Cancelled)
            break;
    }
    return status;
}

}

void addPredictCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<PredictOptions>();
    auto* command = app.add_subcommand("predict", "Say what is in a picture");
    addPictures(*command, options->images);
    command->add_option("-k,--top", options->top, "how many classes to list")
        ->check(CLI::Range(1, 100000))
        ->type_name("K")
        ->capture_default_str();
    addInterventionOptions(*command, options->interventions);
    addCommonOptions(*command, shell.common);
    command->callback([options, command, &shell] {
        reclaimValues(options->images, options->interventions);
        checkPictures(options->images);
        options->idle = idleInterventions(*command);
        shell.work = [options, &shell] { return predict(*options, shell); };
    });
}

}
