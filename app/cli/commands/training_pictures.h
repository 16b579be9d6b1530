// app/cli/commands/training_pictures.h: what `train` learns from, in the program with OpenCV and in the one without.
#pragma once
#include "app/cli/options/train_options.h"
#include "core/base/run_context.h"

namespace patchlight
{

/// Once, before the first computation; 0 threads = all.
void prepareTraining(int threads);

/// The folder or packed file of `options.data`. Errors: those of packFolder and readPacked; Unsupported.
Result<PackedPictures> trainingPictures(const TrainCommandOptions& options, const RunContext& run);

}
