// core/engine/picture/predictions.h: logits → classes with names and probabilities.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include "core/engine/analysis.h"

namespace patchlight
{

/// Errors: Malformed (logits that are not finite: an overflow in half precision, weights or pixels out of all bounds).
Result<void> checkFinite(const NdArray& logits);
/// All classes of [1, C] logits, most probable first (equal ones by index); a class without a name is its number.
/// What a probability is, the network's outputs say: a share of all, a sigmoid, or nothing (values).
std::vector<Prediction> predictionsFrom(const NdArray& logits, const ModelConfig& config);
/// CLASS as a user writes it: an index, a name, or one of a name's comma-separated synonyms, in any case.
/// Errors: InvalidOption, suggesting names that contain the text.
Result<ClassIndex> findClass(const ModelConfig& config, const std::string& text);
/// The name, or the number where there is none.
std::string className(const ModelConfig& config, ClassIndex index);

}
