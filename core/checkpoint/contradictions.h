// core/checkpoint/contradictions.h: facts that a file states, that the tensors know better, and that change no number.
#pragma once
#include "core/base/overrides.h"
#include "core/checkpoint/stated_facts.h"
#include <string>
#include <vector>

namespace patchlight
{

/// A note for each stated fact that does not count since the tensors say otherwise. (What would change a number, such as
/// another width, is refused where it is found.) `headLeftOut`: there is one, and a note of its own.
std::vector<std::string> contradictions(
    const StatedFacts& stated, const Overrides& given, const ModelConfig& config, bool headLeftOut);

}
