// app/cli/commands/train_run.h: what `train` does once its options are read.
#pragma once
#include "app/cli/options/train_options.h"

namespace patchlight
{

/// Packs or trains; messages and the progress bar go to stderr, figures to the log.
/// @return the exit status: 0 finished, 1 failed, interrupted or diverged
int runTrain(TrainCommandOptions& options, const CancelToken& cancel);

}
