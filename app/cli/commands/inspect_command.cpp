// app/cli/commands/inspect_command.cpp: `inspect MODEL [--tensors]`.
#include "app/cli/options/parse_values.h"
#include "app/cli/shell.h"
#include "app/cli/text/facts_text.h"
#include "core/engine/model/describe_model.h"
#include "core/engine/model/inspect.h"
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

nlohmann::ordered_json tensorsJson(const std::vector<ListedTensor>& tensors)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& tensor : tensors)
        list.push_back({{"name", tensor.name}, {"dtype", tensor.dtype}, {"shape", tensor.shape}});
    return list;
}

/// Facts are printed even where the tensors do not make a whole network; the status is then a failure.
Status inspectModel(bool tensors, Shell& shell)
{
    if (const auto fetched = shell.fetchModelIfAsked(); !fetched)
        return shell.failed(fetched.error(), shell.common.model);
    const auto inspection = inspect(modelSource(shell.common), shell.context());
    if (!inspection)
        return shell.failed(inspection.error());
    auto facts = describeModel(*inspection->model);
    if (shell.common.json) {
        facts["runs"] = !inspection->problem;
        if (tensors)
            facts["tensors"] = tensorsJson(inspection->tensors);
        shell.console.printJson(facts);
    } else {
        shell.console.print(factsTable(facts) + (tensors ? "\n\n" + tensorsTable(inspection->tensors) : ""));
    }
    return inspection->problem ? shell.failed(*inspection->problem) : kDone;
}

}

void addInspectCommand(CLI::App& app, Shell& shell)
{
    auto tensors = std::make_shared<bool>(false);
    auto* command = app.add_subcommand("inspect", "Say what a checkpoint is, and how each fact is known");
    auto* model = command->add_option(
        "MODEL,-m,--model", shell.common.model, "a model's name, a checkpoint file, or its folder");
    model->required()->check(notEmpty)->type_name("NAME|FILE|DIR");
    command->add_flag("--tensors", *tensors, "list every tensor in the file");
    addCommonOptions(*command, shell.common, false);
    command->callback([tensors, &shell] { shell.work = [tensors, &shell] { return inspectModel(*tensors, shell); }; });
}

}
