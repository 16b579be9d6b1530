// core/train/job.h: one training run as somebody orders it: pictures, network, recipe, teacher, where it goes.
#pragma once
#include "core/base/run_context.h"
#include "core/train/data/packed_pictures.h"
#include "core/train/listener.h"
#include "core/train/options.h"
#include <filesystem>
#include <map>
#include <optional>

namespace patchlight
{

struct TrainJob {
    TrainOptions options;
    std::filesystem::path output;
    std::optional<int> epochs; ///< when resuming: another number of epochs than it was begun with
    bool resume = false; ///< with the options that `output` was begun with
    std::filesystem::path start; ///< checkpoint to fine-tune; empty = random weights
    std::filesystem::path teacher; ///< empty = none
    std::filesystem::path teacherLabels; ///< of the teacher or of `start`: rows "number, id, names"; empty = its own
    std::filesystem::path teacherCache; ///< where its answers are kept; empty = in memory only
    std::map<std::string, std::string> provenance; ///< sections of the model card
};

enum class Ended { Finished, Interrupted, Diverged };

struct TrainResult {
    Ended ended = Ended::Finished;
    std::vector<EpochFigures> epochs; ///< of this run and, when resumed, of those before
    std::filesystem::path checkpoint; ///< what to resume from
};

/// Asks the teacher (or reads what it said), opens the checkpoint to start from, trains.
/// Errors: those of train(), askTeacher() and openCheckpoint(); Mismatch (a class that the teacher does not know).
Result<TrainResult> runTraining(
    const PackedPictures& data, TrainJob job, const RunContext& run, TrainListener& listener);

/// The options a run in `output` was begun with. Errors: NotFound, Malformed.
Result<TrainOptions> optionsOfRun(const std::filesystem::path& output);

}
