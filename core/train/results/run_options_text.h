// core/train/results/run_options_text.h: every number of a run as one JSON object, for the state, the log and the card.
#pragma once
#include "core/train/options.h"

namespace patchlight
{

std::string optionsText(const TrainOptions& options);

}
