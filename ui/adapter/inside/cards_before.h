// ui/adapter/inside/cards_before.h: the cards before the first block: picture, patches, embedding, positions.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

void fillPicture(const Subject& subject, Card& card);
void fillPatches(const Subject& subject, Card& card);
/// The convolutional part before the embedding: "stem" or "stage_0" …, whose array has the card's id.
void fillStem(const Subject& subject, Card& card);
void fillEmbedding(const Subject& subject, Card& card);
void fillTokens(const Subject& subject, Card& card);

}
