// app/cli/text/predictions_text.cpp
#include "app/cli/text/predictions_text.h"
#include "app/cli/console.h"
#include "core/base/formatted.h"
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

constexpr int kBarWidth = 20;

std::string barOf(float share)
{
    std::string bar;
    const int filled = static_cast<int>(std::lround(share * kBarWidth));
    for (int i = 0; i < kBarWidth; ++i)
        bar += i < filled ? "█" : "·";
    return bar;
}

/// Values have no bar: nothing says how far they reach.
std::string valueRows(const std::vector<Prediction>& predictions, int top, bool logit)
{
    std::string text;
    const auto count = std::min(predictions.size(), static_cast<std::size_t>(top));
    for (std::size_t i = 0; i < count; ++i) {
        const auto& each = predictions[i];
        text += formatted("  %12.6g  %5d  ", static_cast<double>(each.logit), each.index.value) + oneLine(each.name);
        text += logit ? formatted("  (sigmoid %.4f, if it is a logit)\n", static_cast<double>(each.probability)) : "\n";
    }
    return text;
}

std::string rows(const std::vector<Prediction>& predictions, int top, Outputs outputs)
{
    if (outputs == Outputs::Values || outputs == Outputs::Logit)
        return valueRows(predictions, top, outputs == Outputs::Logit);
    std::string text;
    const auto count = std::min(predictions.size(), static_cast<std::size_t>(top));
    for (std::size_t i = 0; i < count; ++i) {
        const auto& each = predictions[i];
        const auto figures
            = formatted("  %5.1f %%  %5d  ", 100.0 * static_cast<double>(each.probability), each.index.value);
        text += "  " + barOf(each.probability) + figures + oneLine(each.name) + "\n";
    }
    return text;
}

}

std::string predictionsTable(const Analysis& analysis, int top)
{
    const auto outputs = analysis.model->config.outputs.value;
    std::string text = rows(analysis.predictions, top, outputs);
    if (!analysis.predictionsClass.empty())
        text += "  class head\n" + rows(analysis.predictionsClass, top, outputs);
    if (!analysis.predictionsDistillation.empty())
        text += "  distillation head\n" + rows(analysis.predictionsDistillation, top, outputs);
    text.pop_back();
    return text;
}

nlohmann::ordered_json predictionsJson(const std::vector<Prediction>& predictions, int top, Outputs outputs)
{
    const bool values = outputs == Outputs::Values || outputs == Outputs::Logit;
    auto list = nlohmann::ordered_json::array();
    const auto count = std::min(predictions.size(), static_cast<std::size_t>(top));
    for (std::size_t i = 0; i < count; ++i) {
        const auto& each = predictions[i];
        nlohmann::ordered_json entry{{"class", each.index.value}, {"name", each.name}};
        entry[values ? "value" : "probability"] = values ? each.logit : each.probability;
        if (outputs == Outputs::Logit)
            entry["sigmoid"] = each.probability;
        if (outputs != Outputs::Values)
            entry["logit"] = each.logit;
        list.push_back(std::move(entry));
    }
    return list;
}

nlohmann::ordered_json timingsJson(const Timings& ms)
{
    return {{"read", ms.read}, {"preprocess", ms.preprocess}, {"forward", ms.forward}};
}

}
