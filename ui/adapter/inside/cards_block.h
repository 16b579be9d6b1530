// ui/adapter/inside/cards_block.h: what a block does beside attention: norms, the MLP, what is added; a block of
// convolutions.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

void fillNorm(const Subject& subject, Card& card);
void fillMlp(const Subject& subject, Card& card);
void fillMlpAdded(const Subject& subject, Card& card);
/// A block of convolutions.
void fillFeatures(const Subject& subject, Card& card);

}
