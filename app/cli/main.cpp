// app/cli/main.cpp: every command. `patchlight-cli` (quick/main.cpp) starts this program.
#include "app/cli/command_line.h"
#include "app/cli/options/one_of.h"
#include "app/cli/outside/completion.h"
#include "app/cli/outside/manual.h"
#include "app/cli/version.h"
#include <CLI/CLI.hpp>

namespace
{

using namespace patchlight;

/// For packages: what surrounds the program is made from its own table of options. Not in --help.
void addOutside(CLI::App& app)
{
    app.add_flag_callback("--manual", [&app] { throw CLI::CallForVersion(manualPage(app), 0); })->group("");
    app.add_option_function<std::string>("--completion",
           [&app](const std::string& shell) { throw CLI::CallForVersion(completionScript(app, shell), 0); })
        ->check(oneOf("shell", completedShells()))
        ->group("");
}

void addAll(CLI::App& app, Shell& shell)
{
    app.set_version_flag("-V,--version", versionText);
    addPredictCommand(app, shell);
    addExplainCommand(app, shell);
    addTraceCommand(app, shell);
    addInsideCommand(app, shell);
    addInspectCommand(app, shell);
    addEvaluateCommand(app, shell);
    addStatisticsCommand(app, shell);
    addTrainCommand(app, shell);
    addBenchmarkCommand(app, shell);
    addModelsCommand(app, shell);
    addOutside(app);
}

}

int main(int argc, char** argv)
{
    return patchlight::runCommandLine(argc, argv, addAll);
}
