// app/cli/commands/models_command.cpp: `models`, `models get|remove|verify NAME`.
#include "app/cli/interrupt.h"
#include "app/cli/options/fetch_model.h"
#include "app/cli/options/parse_values.h"
#include "app/cli/shell.h"
#include "app/cli/text/models_text.h"
#include "core/library/remove_model.h"
#include "core/library/verify_model.h"
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

struct ModelsOptions {
    std::string name;
    std::vector<std::string> folders;
    bool confirmed = false;
};

Status listAll(const ModelsOptions& options, Shell& shell)
{
    auto places = libraryPlaces();
    places.folders.insert(places.folders.end(), options.folders.begin(), options.folders.end());
    const auto list = listModels(places, knownModels());
    if (shell.common.json)
        for (const auto& model : list.models)
            shell.console.printJson(modelJson(model));
    else
        shell.console.print(modelsTable(list));
    return kDone;
}

Status get(const ModelsOptions& options, Shell& shell)
{
    const auto fetched = fetchModel(options.name, shell);
    if (!fetched)
        return shell.failed(fetched.error(), options.name);
    shell.console.note(
        (fetched->fetched > 0 ? bytesText(fetched->fetched) + " fetched and checked" : "nothing to fetch: it is here")
        + (fetched->licence.empty() ? "" : "; licence " + fetched->licence));
    if (shell.common.json)
        shell.console.printJson({{"name", fetched->name.id()}, {"revision", fetched->name.revisionOrMain()},
            {"commit", fetched->commit}, {"path", fetched->folder.string()}, {"files", fetched->files},
            {"bytes", fetched->bytes}, {"fetched", fetched->fetched}, {"licence", fetched->licence}});
    else
        shell.console.print(fetched->folder.string());
    return kDone;
}

Status removeOne(const ModelsOptions& options, Shell& shell)
{
    const auto removed = removeModel(options.name, libraryPlaces(), options.confirmed);
    if (!removed)
        return shell.failed(removed.error());
    if (shell.common.json)
        shell.console.printJson({{"name", removed->name}, {"bytes", removed->bytes}, {"files", removed->files}});
    else
        shell.console.print(removed->name + " removed: " + bytesText(removed->bytes) + " given back");
    return kDone;
}

std::string_view wordFor(VerifiedFile::Verdict verdict)
{
    constexpr std::string_view words[]{"right", "wrong", "missing", "unknown", "unreadable"};
    return words[static_cast<int>(verdict)];
}

/// One line a file, and one error line where any is not what it was published as.
Status verify(const ModelsOptions& options, Shell& shell)
{
    int bad = 0;
    const auto verified = verifyModels(options.name, libraryPlaces(), interruptToken(), [&](const VerifiedFile& file) {
        const bool good
            = file.verdict == VerifiedFile::Verdict::Right || file.verdict == VerifiedFile::Verdict::Unknown;
        bad += good ? 0 : 1;
        if (shell.common.json)
            shell.console.printJson(
                {{"name", file.model}, {"file", file.file.string()}, {"verdict", wordFor(file.verdict)}});
        else
            shell.console.print(
                std::string(wordFor(file.verdict)) + "  " + file.model + "  " + file.file.filename().string());
    });
    if (!verified)
        return shell.failed(verified.error());
    if (bad == 0)
        return kDone;
    return shell.failed({ErrorCode::Malformed,
        std::to_string(bad) + (bad == 1 ? " file is" : " files are")
            + " not as published; remove the model and get it again"});
}

/// A subcommand of `models` with the options that all have.
template <class Work>
CLI::App* add(CLI::App& models, Shell& shell, const std::shared_ptr<ModelsOptions>& options, const std::string& name,
    const std::string& what, Work work)
{
    auto* command = models.add_subcommand(name, what);
    command->add_flag("--json", shell.common.json, "one JSON object per line on stdout");
    command->add_flag("-q,--quiet", shell.common.quiet, "no progress and no notes on stderr");
    command->callback(
        [options, work, &shell] { shell.work = [options, work, &shell] { return work(*options, shell); }; });
    return command;
}

void addName(CLI::App& command, ModelsOptions& options, bool required)
{
    auto* name = command.add_option("NAME", options.name,
        "owner/name on the hub, with @revision where another than the newest is meant; or a file of torch's cache");
    name->check(notEmpty)->required(required);
}

}

void addModelsCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<ModelsOptions>();
    auto* models
        = app.add_subcommand("models", "Say which models are here and which can be had; get, remove, verify them");
    models->require_subcommand(0, 1);
    models->add_flag("--json", shell.common.json, "one JSON object per line on stdout");
    models->add_flag("-q,--quiet", shell.common.quiet, "no progress and no notes on stderr");
    models->add_option("--folder", options->folders, "look in this folder too")->check(notEmpty)->type_name("DIR");
    models->footer(
        "Models are found in the caches that Python fills ($HF_HOME, $TORCH_HOME). Only `get` asks the network.");
    addName(*add(*models, shell, options, "get", "Fetch a model from the hub, or go on with it, and check it", get),
        *options, true);
    auto* remove = add(*models, shell, options, "remove", "Give a model's room on the disk back", removeOne);
    addName(*remove, *options, true);
    remove->add_flag("--yes", options->confirmed, "also what another program fetched");
    addName(
        *add(*models, shell, options, "verify", "Compare files with their published hashes", verify), *options, false);
    models->callback([options, models, &shell] {
        if (models->get_subcommands().empty())
            shell.work = [options, &shell] { return listAll(*options, shell); };
    });
}

}
