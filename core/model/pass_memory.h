// core/model/pass_memory.h: about how much memory a pass will take, said before it begins.
#pragma once
#include "core/base/grid.h"
#include <cstdint>

namespace patchlight
{
class Network;

/// How the blocks are run: the packed way, which writes no T × T matrix; by torch's operations; by them with a graph.
enum class PassKind { Packed, Plain, Graph };

/// Bytes beside the weights, for one picture of `input` pixels: what the widest block takes, tokens and pixels, and
/// with `recorded` the queries and keys of all blocks (and their tokens where graphs do not fit). An estimate: within a
/// factor of two of what was measured (resources/docs/performance.md). Cost: none.
std::uint64_t bytesOfPass(const Network& network, GridSize input, PassKind kind, bool recorded);
/// Whether the graphs of all blocks, for `pictures` of this size together, take so little (192 MB) that a way back
/// keeps them from its one run of the blocks; otherwise it makes each block's again from what the block was given.
bool graphsFit(const Network& network, GridSize input, std::int64_t pictures = 1);
/// Of attention flow, which keeps every block's T × T matrix.
std::uint64_t bytesOfFlow(const Network& network, GridSize input);

}
