// core/checkpoint/layouts/leftovers.h: tensors that training leaves among a network's and that no forward pass reads.
#pragma once
#include <string_view>

namespace patchlight
{

/// Losses, metrics, projection heads, queues, masks for hidden patches, counters of profilers. Everything else that a
/// layout does not know is a sign of another network and stays fatal.
bool isLeftover(std::string_view name);

}
