// ui/view/window/prediction_rows.cpp
#include "ui/view/window/prediction_rows.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/prediction_changes.h"
#include "ui/adapter/texts.h"
#include "ui/view/theme/number_text.h"
#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace patchlight
{
namespace
{

/// The context translators see.
class RowTexts
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::PredictionRows)
};

const std::vector<Prediction>& predictionsOf(const Analysis& analysis, PredictingHead head)
{
    return head == PredictingHead::ClassToken ? analysis.predictionsClass
        : head == PredictingHead::Distillation ? analysis.predictionsDistillation
                                               : analysis.predictions;
}

PredictionRow rowOf(const std::string& name, ClassIndex index)
{
    PredictionRow row{index.value, shownClassName(name, index)};
    if (const QString own = fromUtf8(name); own != row.name && !name.empty() && own != QString::number(index.value))
        row.ownName = own;
    return row;
}

QVector<PredictionRow> plainRows(const std::vector<Prediction>& predictions, std::size_t most)
{
    QVector<PredictionRow> rows;
    rows.reserve(static_cast<qsizetype>(std::min(most, predictions.size())));
    for (std::size_t i = 0; i < std::min(most, predictions.size()); ++i) {
        const auto& p = predictions[i];
        auto row = rowOf(p.name, p.index);
        row.probability = p.probability;
        row.logit = p.logit;
        rows << row;
    }
    return rows;
}

/// All classes, most probable now first, each with what it was.
QVector<PredictionRow> comparedRows(const std::vector<Prediction>& before, const std::vector<Prediction>& after)
{
    QHash<int, float> was;
    for (const auto& p : before)
        was.insert(p.index.value, p.probability);
    auto rows = plainRows(after, after.size());
    for (auto& row : rows)
        row.before = was.value(row.classIndex);
    return rows;
}

/// What led before, then what leads now: the rows stay in place while a brush goes over the picture.
QVector<PredictionRow> leadingRows(const std::vector<Prediction>& before, const std::vector<Prediction>& after)
{
    QVector<PredictionRow> rows;
    for (const auto& c : probabilityChanges(before, after, kTopPredictions)) {
        auto row = rowOf(c.name, c.index);
        row.probability = c.after;
        row.logit = c.logitAfter;
        row.before = c.before;
        rows << row;
    }
    return rows;
}

}

PredictionList::Meaning meaningOf(Outputs outputs)
{
    switch (outputs) {
    case Outputs::Labels:
        return PredictionList::Meaning::Labels;
    case Outputs::Values:
    case Outputs::Logit:
        return PredictionList::Meaning::Values;
    case Outputs::Classes:
        break;
    }
    return PredictionList::Meaning::Shares;
}

QString outputsHint(const Analysis& analysis, bool numbers)
{
    const auto& config = analysis.model->config;
    if (config.outputs.value == Outputs::Labels)
        return RowTexts::tr("Each label stands for itself, so they need not add up. The line marks 50 %.");
    if (config.outputs.value == Outputs::Values)
        return RowTexts::tr("Values, not probabilities.");
    if (config.outputs.value == Outputs::Logit && !analysis.predictions.empty())
        return RowTexts::tr("One number. If it is a logit, its probability is %1 %.")
            .arg(percentText(analysis.predictions.front().probability));
    const bool assumed = !config.classNames.empty() && config.classNamesOrigin == Origin::Assumed;
    return assumed && !numbers ? RowTexts::tr("The names are assumed: ImageNet's, because there are 1,000.") : QString();
}

QVector<PredictionRow> predictionRows(const Analysis& analysis, PredictingHead head, bool all)
{
    const auto& shown = predictionsOf(analysis, head);
    if (!analysis.untouched)
        return plainRows(shown, all ? shown.size() : kTopPredictions);
    const auto& before = predictionsOf(*analysis.untouched, head);
    return all ? comparedRows(before, shown) : leadingRows(before, shown);
}

}
