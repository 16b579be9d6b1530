// ui/adapter/value_texts.cpp
#include "ui/adapter/value_texts.h"
#include "core/engine/output/map_look.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/texts.h"
#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <optional>

namespace patchlight
{
namespace
{

/// The context translators see.
class ValueTexts
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::ValueTexts)
};

QString evidenceText(const ExplainRequest& request)
{
    if (methodInfo(request.method).bothSigns)
        return ValueTexts::tr(
            "These values say how much each patch raises (red) or lowers (blue) %1, not where attention goes.");
    return request.lowers ? ValueTexts::tr("These values say how much each patch lowers %1, not where attention goes.")
                          : ValueTexts::tr("These values say how much each patch raises %1, not where attention goes.");
}

QString weighedText(const ExplainRequest& request)
{
    return request.lowers
        ? ValueTexts::tr("These values are attention weighed by how much it lowers %1, so they are not shares of it.")
        : ValueTexts::tr("These values are attention weighed by how much it raises %1, so they are not shares of it.");
}

QString relevanceText(const ExplainRequest& request)
{
    return request.lowers
        ? ValueTexts::tr("These values are relevance of attention weighed by how much it lowers %1, so they are not shares of it.")
        : ValueTexts::tr("These values are relevance of attention weighed by how much it raises %1, so they are not shares of it.");
}

/// %1: the target.
QString sentence(const ExplainRequest& request)
{
    switch (methodInfo(request.method).values) {
    case ValueMeaning::WeighedAttention:
        return weighedText(request);
    case ValueMeaning::WeighedRelevance:
        return relevanceText(request);
    case ValueMeaning::Capacity:
        return ValueTexts::tr(
            "These values are the most attention that could pass from each patch, so they are not shares of it.");
    case ValueMeaning::Evidence:
        return evidenceText(request);
    case ValueMeaning::Sensitivity:
        return ValueTexts::tr("These values say how strongly a small change of each patch moves %1, up or down, not "
                              "where attention goes.");
    case ValueMeaning::Activity:
        return ValueTexts::tr("These values say what stands out in this layer, not where attention goes.");
    case ValueMeaning::Features:
        return ValueTexts::tr("This shows what the patches are like, not where the attention goes.");
    case ValueMeaning::Baseline:
        return ValueTexts::tr("This is a baseline: its values know nothing of the network.");
    case ValueMeaning::ScaledAttention:
        return ValueTexts::tr("These values are attention whose columns were scaled, so they are not shares of it.");
    case ValueMeaning::Shares:
        break;
    }
    return {};
}

/// %1: the target, where there is one.
QString nothingText(const ExplainRequest& request)
{
    if (methodInfo(request.method).needs != Needs::Class)
        return ValueTexts::tr("Every value is 0: there is nothing to see in this map.");
    return request.lowers ? ValueTexts::tr("Every value is 0: nothing in this map lowers %1. Another layer may say more.")
                          : ValueTexts::tr("Every value is 0: nothing in this map raises %1. Another layer may say more.");
}

QString targetName(const ShownMap& shown)
{
    ExplainRequest itself = shown.request();
    itself.lowers = false;
    const QString name = targetText(*shown.analysis, itself);
    if (name.isEmpty())
        return ValueTexts::tr("the class");
    const bool common = itself.embedding && itself.embedding->kind != EmbeddingTarget::Kind::Component; // no name of its own
    return common ? ValueTexts::tr("the %1", "norm of the embedding, similarity to a picture").arg(name) : name;
}

/// Lowest and highest; none where all are alike.
std::optional<std::pair<Cell, Cell>> extremes(const Grid<float>& map)
{
    std::optional<std::pair<Cell, Cell>> found;
    for (int row = 0; row < map.size().rows; ++row)
        for (int column = 0; column < map.size().columns; ++column) {
            const Cell cell{row, column};
            if (!std::isfinite(map.at(cell)))
                continue;
            if (!found)
                found.emplace(cell, cell);
            if (map.at(cell) < map.at(found->first))
                found->first = cell;
            if (map.at(cell) > map.at(found->second))
                found->second = cell;
        }
    return found && map.at(found->first) < map.at(found->second) ? found : std::nullopt;
}

bool alone(const Grid<float>& map, Cell cell)
{
    const auto& values = map.values();
    return std::count(values.begin(), values.end(), map.at(cell)) == 1;
}

}

QString valuesText(const ShownMap& shown)
{
    if (shown.explanation.isSigned
        && methodInfo(shown.request().method).values == ValueMeaning::Shares) // of two tokens
        return ValueTexts::tr(
            "Red: the class token looks there more; blue: the distillation token does. Differences are not shares.");
    const QString text = saysNothing(shown) ? nothingText(shown.request()) : sentence(shown.request());
    return withoutGaps(text.contains(QStringLiteral("%1")) ? text.arg(targetName(shown)) : text);
}

QString whyUntested(Method method)
{
    const auto ordered = checkHasOrder(method);
    return ordered ? QString() : errorText(ordered.error());
}

QString strongestText(const ShownMap& shown)
{
    const Explanation& explanation = shown.explanation;
    if (!explanation.colours.empty() || methodInfo(shown.request().method).values == ValueMeaning::Baseline)
        return {};
    const Grid<float> map = mapOfColours(explanation); // what the colours leave out is not what stands out in them
    const auto found = extremes(map);
    if (!found)
        return {};
    const auto place = [&](Cell cell) { return placeText(cell, map.size(), shown.analysis->tokens.grid); };
    const auto& [low, high] = *found;
    const bool red = map.at(high) > 0 || !explanation.isSigned;
    const bool blue = explanation.isSigned && map.at(low) < 0;
    if ((red && !alone(map, high)) || (blue && !alone(map, low)))
        return {}; // of many that are alike none is the strongest
    if (red && blue)
        return ValueTexts::tr("Strongest in red: %1; in blue: %2.").arg(place(high), place(low));
    if (leavesOutTheQuery(explanation))
        return ValueTexts::tr("Strongest of the others: %1.").arg(place(high));
    return red ? ValueTexts::tr("Strongest: %1.").arg(place(high)) : ValueTexts::tr("Strongest in blue: %1.").arg(place(low));
}

}
