// core/engine/model/fact_names.h: the words that JSON, tables and options use for a model's facts.
#pragma once
#include "core/base/model_config.h"
#include "core/engine/load_options.h"
#include <optional>
#include <string_view>

namespace patchlight
{

std::string_view wordFor(Family); ///< "vit", "hybrid", "swin"
std::string_view wordFor(Activation); ///< "gelu", "gelu_tanh", "quick_gelu"
std::string_view wordFor(Pooling); ///< "class_token", "class_and_distillation", "average"
std::string_view wordFor(Origin); ///< "read", "inferred", "assumed", "given"
std::string_view wordFor(Filter); ///< "bicubic", …
std::string_view wordFor(ResizeMode); ///< "shorter", "squash"
std::string_view wordFor(Outputs value);
std::string_view wordFor(HeadActivation value);
std::string_view wordFor(Precision); ///< "fp32", "bf16", "fp16"

std::optional<Activation> activationByWord(std::string_view word);
std::optional<Precision> precisionByWord(std::string_view word);

}
