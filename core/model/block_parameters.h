// core/model/block_parameters.h: which parameters belong to which block.
#pragma once
#include "core/model/network.h"
#include <vector>

namespace patchlight
{

/// One list per block; patch merging belongs to the block after it. What lies outside the blocks is in none.
std::vector<std::vector<at::Tensor>> blockParameters(const Network& network);

/// Gives the pages of a mapped checkpoint back that these weights take; they come back when they are read again.
void releasePages(const std::vector<at::Tensor>& weights);

}
