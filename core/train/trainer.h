// core/train/trainer.h: the training loop.
#pragma once
#include "core/base/run_context.h"
#include "core/train/data/packed_pictures.h"
#include "core/train/distillation/teacher.h"
#include "core/train/job.h"
#include "core/train/optimisation/optimiser.h"
#include <filesystem>
#include <memory>

namespace patchlight
{

class LiveTeacher;
class Network;

/// Borrowed pictures and teacher; `start` (may be empty) are tensors to begin from instead of random ones.
struct TrainInput {
    const PackedPictures& data;
    const TeacherMemory* teacher = nullptr;
    NamedTensors start;
    std::filesystem::path output; ///< folder; made where missing
    bool resume = false; ///< continue from `output`'s state
    bool fineTuned = false; ///< for the card: not from random weights
    std::map<std::string, std::string> provenance; ///< for the card: command, data, teacher
    const LiveTeacher* live = nullptr; ///< sees each batch; instead of `teacher`
};

/// Runs until the last epoch, until `run.cancel` asks to stop (the step is finished and a checkpoint written), or until
/// the loss is not a number (the last checkpoint stays). Writes `output` after every `checkpointEvery` epochs.
/// Reproducible on the CPU for the same seed, threads and build.
/// Errors: InvalidOption, Mismatch (a state of another network), WriteFailed (only for the first checkpoint; later ones
/// are reported and tried again, since hours of work are in memory).
Result<TrainResult> train(
    const TrainInput& input, const TrainOptions& options, const RunContext& run, TrainListener& listener);

/// Top-1 and top-5 share and mean cross entropy of `network` on pictures as they are.
struct Accuracy {
    double top1 = 0, top5 = 0, loss = 0;
    std::vector<int> predicted; ///< class of each picture
};
Accuracy measure(
    Network& network, const at::Tensor& pixels, const at::Tensor& labels, int side, at::ScalarType precision);

}
