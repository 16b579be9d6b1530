// core/checkpoint/build_head.h: somebody's own head as canonical tensors, folded as far as it can be.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/layouts/apply.h"
#include <string>

namespace patchlight
{

/// What a head does before its last layer.
struct OwnHead {
    bool normed = false; ///< a layer norm first: fc_norm
    bool hidden = false; ///< two linear layers with an activation between that no file names: pre_logits.fc
    std::string leftOut; ///< not empty: why it cannot be run; its tensors are not in `canonical`
};

/// Linear; LayerNorm, Linear; Linear, activation, Linear; with batch norms anywhere, which become part of the linear
/// layer beside them (their statistics are fixed outside of training). Adds "head.weight", "head.bias" and what stands
/// before them. `plainOnly`: the network has no place for more than one linear layer. Errors: those of viewTensor.
Result<OwnHead> buildHead(
    const std::vector<HeadPart>& parts, bool plainOnly, Canonical& canonical, const std::string& file);

}
