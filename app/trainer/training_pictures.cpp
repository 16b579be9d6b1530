// app/trainer/training_pictures.cpp: packed files only, since nothing here decodes pictures.
#include "app/cli/commands/training_pictures.h"
#include "core/model/waiting_threads.h"
#include <ATen/Parallel.h>

namespace patchlight
{

void prepareTraining(int threads)
{
    keepThreadsPatient();
    if (threads > 0)
        at::set_num_threads(threads);
}

Result<PackedPictures> trainingPictures(const TrainCommandOptions& options, const RunContext&)
{
    if (looksPacked(options.data) || !std::filesystem::is_directory(options.data))
        return readPacked(options.data);
    return fail(ErrorCode::Unsupported,
        options.data.string()
            + " is a folder, but this program reads packed files only; pack it with patchlight-cli "
              "train DIR --pack FILE");
}

}
