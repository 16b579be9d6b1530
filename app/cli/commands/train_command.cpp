// app/cli/commands/train_command.cpp: `train DIR --out MODEL`: trains or distils a network, or packs pictures for it.
#include "app/cli/commands/train_run.h"
#include "app/cli/interrupt.h"
#include "app/cli/shell.h"
#include <CLI/CLI.hpp>

namespace patchlight
{

void addTrainCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<TrainCommandOptions>();
    auto* command = app.add_subcommand("train", "Train or distil a Vision Transformer on a folder of pictures");
    addTrainOptions(*command, *options);
    command->callback([options, &shell] {
        if (options->job.output.empty() == options->pack.empty())
            throw CLI::RequiredError("either --out or --pack");
        if (const auto fine = options->job.resume ? Result<void>{} : checkOptions(options->job.options); !fine)
            throw CLI::ValidationError(fine.error().message);
        shell.work = [options, &shell] {
            shell.console.setQuiet(options->quiet);
            options->commandLine = shell.commandLine;
            return runTrain(*options, interruptToken()) == 0 ? kDone : kFailed;
        };
    });
}

}
