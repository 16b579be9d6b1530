// ui/view/window/prediction_rows.h: what the list of predictions shows of an analysis.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/view/widgets/prediction_list.h"

namespace patchlight
{

constexpr int kTopPredictions = 5;

/// Which head predicts: both, the class token's, the distillation token's.
enum class PredictingHead { Both, ClassToken, Distillation };

PredictionList::Meaning meaningOf(Outputs outputs);
/// What the numbers are, where they are no shares of one; that the names are assumed. `numbers`: no names are shown.
QString outputsHint(const Analysis& analysis, bool numbers);
/// The best, or all. With interventions each has what it was: what led before, then what leads now, so that the rows
/// stay in place while a brush goes over the picture.
QVector<PredictionRow> predictionRows(const Analysis& analysis, PredictingHead head, bool all);

}
