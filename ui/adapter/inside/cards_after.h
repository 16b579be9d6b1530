// ui/adapter/inside/cards_after.h: the last norm, the head, the prediction.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// A norm stands between the last block and what the head reads: of all tokens, or of their mean.
bool normsAtEnd(const ModelConfig& config);
void fillHead(const Subject& subject, Card& card);
void fillPrediction(const Subject& subject, Card& card);

}
