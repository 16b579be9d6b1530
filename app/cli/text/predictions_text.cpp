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

std::string rows(const std::vector<Prediction>& predictions, int top)
{
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
    std::string text = rows(analysis.predictions, top);
    if (!analysis.predictionsClass.empty())
        text += "  class head\n" + rows(analysis.predictionsClass, top);
    if (!analysis.predictionsDistillation.empty())
        text += "  distillation head\n" + rows(analysis.predictionsDistillation, top);
    text.pop_back();
    return text;
}

nlohmann::ordered_json predictionsJson(const std::vector<Prediction>& predictions, int top)
{
    auto list = nlohmann::ordered_json::array();
    const auto count = std::min(predictions.size(), static_cast<std::size_t>(top));
    for (std::size_t i = 0; i < count; ++i) {
        const auto& each = predictions[i];
        list.push_back({{"class", each.index.value}, {"name", each.name}, {"probability", each.probability},
            {"logit", each.logit}});
    }
    return list;
}

nlohmann::ordered_json timingsJson(const Timings& ms)
{
    return {{"read", ms.read}, {"preprocess", ms.preprocess}, {"forward", ms.forward}};
}

}
