// core/explain/steps/pass_steps.h: a forward pass told step by step, and one of its blocks again.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/steps/step_collector.h"
#include "core/explain/steps/steps.h"
#include "core/explain/steps/token_lengths.h"
#include <memory>

namespace patchlight
{
class AttentionHooks;
class Network;

/// What is kept of a whole pass so that any of its blocks can be looked into: L·T·D floats.
struct PassSteps {
    Steps outside; ///< every step that is of no block
    std::vector<TokenLengths> lengths; ///< by block
    std::vector<NdArray> inputs; ///< by block: what it was given, [1, T, D]; Swin [1, rows, columns, D] before merging
    NdArray last; ///< the last block's output, shaped so
    std::vector<LayerAttention> layers; ///< by block: its grid and windows; of Swin its biases, shared
};

/// Runs input [1, 3, H, W] once and gives every step to `sink`: those outside the blocks, and those of every block, or
/// of `only` one. `hooks`: an intervention, followed in every step. Cost: one forward pass by the network's own
/// operations, and a copy of what is given on. Errors: those of Network::checkInput and the sink; InvalidOption (no
/// such layer); Cancelled.
Result<std::vector<TokenLengths>> everyStep(Network& network, const at::Tensor& input, std::optional<LayerIndex> only,
    const StepSink& sink, AttentionHooks* hooks, const RunContext& run);

/// The same pass, with what its blocks were given instead of their steps. Errors: Cancelled, as above.
Result<PassSteps> passSteps(
    Network& network, const at::Tensor& input, AttentionHooks* hooks, const RunContext& run);

/// One block again from what it was given. A block that an intervention leaves out has no steps.
/// Cost: one block; H·T² floats twice, which are copied once. Errors: InvalidOption (no such layer).
Result<Steps> blockSteps(Network& network, const PassSteps& pass, LayerIndex layer, AttentionHooks* hooks);

/// What the head would say of one token if the network ended after this block: final norm and head, [C]; empty where
/// the block's width is not the head's, or there is no head. Token: T's index, of Swin a cell row by row; absent: the
/// sequence as the network itself reads it.
NdArray endingAfter(Network& network, const PassSteps& pass, LayerIndex layer, std::optional<int> token);

}
