// core/engine/picture/predictions.h: logits → classes with names and probabilities.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/engine/analysis.h"
#include <span>

namespace patchlight
{

/// Errors: Malformed (logits that are not finite: an overflow in half precision, weights or pixels out of all bounds).
Result<void> checkFinite(const NdArray& logits);
/// What the network's outputs say of logits: a share of all, a sigmoid each, or nothing (values: all 0).
std::vector<float> probabilitiesOf(std::span<const float> logits, Outputs outputs);
/// All classes of [1, C] logits, most probable first (equal ones by index); a class without a name is its number.
/// Probabilities are those of probabilitiesOf.
std::vector<Prediction> predictionsFrom(const NdArray& logits, const ModelConfig& config);
/// CLASS as a user writes it: an index, a name, or one of a name's comma-separated synonyms, in any case.
/// Errors: InvalidOption, suggesting names that contain the text.
Result<ClassIndex> findClass(const ModelConfig& config, const std::string& text);
/// The name, or the number where there is none.
std::string className(const ModelConfig& config, ClassIndex index);

}
