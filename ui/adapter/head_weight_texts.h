// ui/adapter/head_weight_texts.h: which heads are fused and what each counts, as it is read and typed.
#pragma once
#include "ui/adapter/core_types.h"
#include <QString>

namespace patchlight
{

/// "0,2:0.5"; empty where all count alike.
QString headWeightsLabel(const std::vector<float>& weights);
/// Of `heads` heads; an empty text stands for all of them. Errors: InvalidOption, in words to show.
Result<std::vector<float>> headWeightsFrom(const QString& text, int heads);

}
