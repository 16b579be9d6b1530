// core/train/results/result_names.h: what a training run writes into its folder.
#pragma once
#include <string>
#include <vector>

namespace patchlight
{

/// The names of all of it, state and log too: writeModelFolder's, saveState's, TrainLog's.
std::vector<std::string> trainingResults();

}
