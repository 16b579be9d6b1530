// core/explain/perturbation/logit_source.h: for methods that look at nothing but the logits of changed pictures.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/model/network.h"

namespace patchlight
{
class AttentionHooks;
class Inference;

/// References that the caller keeps alive.
struct LogitSource {
    Network& network;
    AttentionHooks* hooks = nullptr; ///< an intervention that is followed; null for none
    Inference* inference = nullptr; ///< the same network as predictions run it, faster; null: its own operations

    /// pictures [B, 3, H, W] → [B, C], on the same device; undefined for a network without a head. Asks `run.cancel`,
    /// reports nothing. Errors: Cancelled, InvalidOption (another shape).
    Result<at::Tensor> logits(const at::Tensor& pictures, const RunContext& run) const;
    /// The same with the embedding of a network without a head: [B, D]; nothing else of the output is there.
    Result<ForwardOutput> answers(const at::Tensor& pictures, const RunContext& run) const;
    /// How many copies of a picture [1, 3, H, W] had best be asked about at once: on a processor that runs the packed
    /// way as many as its caches hold.
    int together(const at::Tensor& picture) const;
};

}
