// app/cli/options/train_options.h: the options of `train` and `distil`-like runs, all with the paper's defaults.
#pragma once
#include "core/train/job.h"
#include "core/train/pictures/picture_folder.h"
#include <optional>

namespace CLI
{
class App;
}

namespace patchlight
{

struct TrainCommandOptions {
    TrainJob job;
    FolderOptions folder;
    std::filesystem::path data; ///< folder or packed file
    std::filesystem::path pack; ///< write the packed data set and stop
    std::filesystem::path classList; ///< classes to use, one folder name a row, with a readable name after it
    std::string shape; ///< tiny, small, base
    std::string distillation = "soft";
    int threads = 0;
    bool epochsGiven = false;
    bool overwrite = false; ///< begin anew where `job.output` holds a model
    bool json = false;
    bool quiet = false;
    std::string commandLine; ///< for the model card
};

void addTrainOptions(CLI::App& command, TrainCommandOptions& options);

/// Applies what depends on several options: the class list, the hard or soft teacher. Errors: InvalidOption, NotFound.
Result<void> settle(TrainCommandOptions& options);

}
