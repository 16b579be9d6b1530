// app/cli/shell.h: what every command shares: common options, the console, the loaded engine.
#pragma once
#include "app/cli/console.h"
#include "core/engine/engine.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI
{
class App;
}

namespace patchlight
{

/// Exit statuses, a contract with scripts.
enum Status { kDone = 0, kFailed = 1, kWrongUsage = 2 };

struct CommonOptions {
    std::string model; ///< name, file or folder; empty = the default model
    bool download = false; ///< fetch a model of the hub that is not here
    std::string device = "auto", precision = "fp32", profile, activation, imageSize, classNames, weights, prefix, base, bands;
    std::string headFile;
    std::optional<int> heads;
    std::optional<double> eps;
    int threads = 0;
    bool json = false;
    bool quiet = false;
    bool stretch = false;
    bool colourProfiles = true;
};

/// Adds --device, --precision, …; --model too unless the command names its model otherwise.
void addCommonOptions(CLI::App& command, CommonOptions& options, bool withModel = true);
/// The model as the options describe it. Texts were checked while parsing.
ModelSource modelSource(const CommonOptions& options);

/// One invocation: parsing sets `work`, main runs it.
struct Shell {
    CommonOptions common;
    std::string commandLine; ///< as given, words with spaces in quotes
    Console console;
    std::function<Status()> work;

    /// Stops on Ctrl-C; reports to the console.
    RunContext context();
    /// With --download, sees to it that the model is here. Errors: those of downloadModel.
    Result<void> fetchModelIfAsked();
    /// A loaded engine, or nothing after the error line was printed.
    std::optional<Engine> openEngine();
    /// Prints what a user must know of how the picture was read.
    void noteOf(const Analysis& analysis);
    /// Prints the error line; the status to go on with.
    Status failed(const Error& error);
    /// The same; the line begins with `about` unless it names it anyway.
    Status failed(const Error& error, const std::string& about);
};

/// "both.png" → the file, its name as given.
PictureSource pictureAt(const std::string& path);

// One per file: commands add themselves to the parser.
void addPredictCommand(CLI::App& app, Shell& shell);
void addExplainCommand(CLI::App& app, Shell& shell);
void addTraceCommand(CLI::App& app, Shell& shell);
void addInsideCommand(CLI::App& app, Shell& shell);
void addInspectCommand(CLI::App& app, Shell& shell);
void addEvaluateCommand(CLI::App& app, Shell& shell);
void addStatisticsCommand(CLI::App& app, Shell& shell);
void addTrainCommand(CLI::App& app, Shell& shell);
void addBenchmarkCommand(CLI::App& app, Shell& shell);
void addModelsCommand(CLI::App& app, Shell& shell);

}
