// core/train/results/run_state.h: everything a run needs to go on as if it had never stopped.
#pragma once
#include "core/train/listener.h"
#include "core/train/optimisation/optimiser.h"
#include "core/train/results/run_options_text.h"
#include <filesystem>
#include <vector>

namespace patchlight
{

struct RunState {
    int epoch = 0; ///< the epoch to go on in
    std::int64_t stepInEpoch = 0;
    std::int64_t steps = 0; ///< of the optimiser
    double lossScale = 1; ///< fp16 on CUDA
    std::vector<double> sums; ///< of the epoch's figures so far
    TrainOptions options;
    std::vector<EpochFigures> epochs;
    NamedTensors tensors; ///< weights by name, and the optimiser's
};

/// OUT/training.safetensors.
std::filesystem::path statePath(const std::filesystem::path& output);
/// Errors: WriteFailed.
Result<void> saveState(const std::filesystem::path& output, const RunState& state);
/// Errors: NotFound, Unreadable, Malformed.
Result<RunState> loadState(const std::filesystem::path& output);

}
