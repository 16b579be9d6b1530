// core/explain/gradients/relevancy.h: methods that follow attention weighted by its gradient.
#pragma once
#include "core/explain/network_task.h"

namespace patchlight
{

/// Row `query` of Π (I + Ā_l), Ā = mean over heads of (A ⊙ ∇A)⁺, as r ← r + r·Ā_l from the last layer to the first.
/// Uses: target, contrast, query, head, headWeights, startLayer, endLayer. Errors: Cancelled, InvalidOption.
/// Cost: about four forward passes; memory of one block's attention and tape.
/// Source: Chefer, Gur & Wolf, "Generic Attention-model Explainability", ICCV 2021, section 3.1. Swin: derived from it.
Result<Explanation> relevancy(const NetworkTask& task);

/// The same with rows of I + Ā_l normalised, so that the map with the prefix tokens sums to one.
/// Source: github.com/jacobgil/vit-explain, each layer paired with its own gradient.
Result<Explanation> gradientRollout(const NetworkTask& task);

/// Source: github.com/jacobgil/vit-explain as published: layer l meets the gradient of layer L − 1 − l, entries are
/// dropped over the whole matrix and columns scaled (core/explain/attention/vit_explain.h). Class token's row, before
/// division by the maximum. Uses: target, contrast, discard. Memory: L·T² floats. Errors: Unsupported (no class token).
Result<Explanation> gradientRolloutVitExplain(const NetworkTask& task);

}
