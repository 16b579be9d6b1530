// ui/adapter/head_weight_texts.cpp
#include "ui/adapter/head_weight_texts.h"
#include "core/explain/head_weights.h"
#include "ui/adapter/texts.h"

namespace patchlight
{

QString headWeightsLabel(const std::vector<float>& weights)
{
    return fromUtf8(headWeightsText(weights));
}

Result<std::vector<float>> headWeightsFrom(const QString& text, int heads)
{
    if (text.trimmed().isEmpty())
        return std::vector<float>{};
    const auto list = parseHeadWeights(text.toStdString());
    return list ? headWeights(*list, heads) : fail(list.error());
}

}
