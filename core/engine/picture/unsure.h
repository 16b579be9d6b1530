// core/engine/picture/unsure.h: when a model's best answer is no more than a guess.
#pragma once
#include "core/engine/analysis.h"
#include <optional>

namespace patchlight
{

/// Below this probability the best class is a guess: "unsure_below" of the model's own config.json, measured by whoever
/// trained it. Nothing where the model does not say. Cost: reads that file.
std::optional<double> unsureBelow(const ModelInfo& model);

/// How many things a model knows that is unsure of this picture; 0 where it is sure, or never said when it is not.
int unsureAmong(const Analysis& analysis);

}
