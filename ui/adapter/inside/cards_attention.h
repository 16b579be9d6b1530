// ui/adapter/inside/cards_attention.h: the cards of a block's attention.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// Swin: four cells become one of twice the channels.
void fillMerging(const Subject& subject, Card& card);
void fillNorm(const Subject& subject, Card& card);
/// Swin: windows, shift, mask.
void fillWindows(const Subject& subject, Card& card);
void fillQueries(const Subject& subject, Card& card);
/// Rotary positions: the query and key of a patch, before and after they are turned.
void fillRotation(const Subject& subject, Card& card);
/// A block of convolutions.
void fillFeatures(const Subject& subject, Card& card);
/// Where a bias by relative position is added.
void fillBias(const Subject& subject, Card& card);
void fillScores(const Subject& subject, Card& card);
void fillWeights(const Subject& subject, Card& card);
void fillValues(const Subject& subject, Card& card);
void fillJoined(const Subject& subject, Card& card);

}
