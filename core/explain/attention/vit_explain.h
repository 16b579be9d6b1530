// core/explain/attention/vit_explain.h: the published 2020 code (github.com/jacobgil/vit-explain) with its choices.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/request.h"
#include <vector>

namespace patchlight
{
class AttentionRecord;

/// The attention code keeps entry (0, 0) of the matrix whatever its size; the gradient code has that line commented
/// out.
enum class FirstEntry { Stays, MayGo };

/// One layer's matrix as that code makes it of fused attention F [T, T], in place:
/// the int(T²·discard) smallest entries of the whole matrix become 0, half the identity is
/// added to half of F, and entry (i, j) is divided by the sum of row j. Rows do not sum to one afterwards.
void mixAsVitExplain(std::vector<float>& fused, int tokens, float discard, FirstEntry first);
/// r ← r·M for M [T, T].
std::vector<float> timesMatrix(const std::vector<float>& r, const std::vector<float>& matrix);

/// The class token's row of the product over all layers, before that code's division by the maximum. Prefix tokens
/// beyond the class token are dropped too (that code stops there). Uses: head, headWeights, discard.
/// Errors: Unsupported (no class token, Swin), InvalidOption, Cancelled. Cost: as rollout, and T² floats.
Result<Explanation> rolloutVitExplain(
    const AttentionRecord& record, const ExplainRequest& request, const RunContext& run);

}
