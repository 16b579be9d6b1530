// core/explain/attention/raw_attention.h: where a token looks in one layer, or who looks at it.
#pragma once
#include "core/base/index.h"
#include "core/base/result.h"
#include "core/explain/request.h"
#include <vector>

namespace patchlight
{
class AttentionRecord;
struct LayerAttention;

/// The query's row of the fused softmax weights, for several cells the mean of their rows; inverse: the column.
/// Swin: cells of the layer's own grid; NaN outside the windows of the query.
/// Uses: layer, head, headWeights, query. Errors: InvalidOption.
/// Cost: microseconds for a row, T²·d products per head for a column. Source: Dosovitskiy et al. 2021.
Result<Explanation> rawAttention(const AttentionRecord& record, const ExplainRequest& request);

/// In some blocks the class token alone attends, or the patches alone do (CaiT): whether tokens of non-zero weight attend
/// to anything there or, inverse, some patch attends to them. Errors: InvalidOption, with what to ask instead.
Result<void> checkAnswers(const LayerAttention& layer, LayerIndex l, const std::vector<float>& weights, bool inverse);

}
