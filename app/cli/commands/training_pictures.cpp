// app/cli/commands/training_pictures.cpp
#include "app/cli/commands/training_pictures.h"
#include "core/engine/startup.h"

namespace patchlight
{

void prepareTraining(int threads)
{
    startUp(threads);
}

Result<PackedPictures> trainingPictures(const TrainCommandOptions& options, const RunContext& run)
{
    return looksPacked(options.data) ? readPacked(options.data) : packFolder(options.data, options.folder, run);
}

}
