// ui/adapter/inside/cards_embedding.h: patches become tokens: the convolutions before, the embedding, class token and
// positions.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// The convolutional part before the embedding: "stem" or "stage_0" …, whose array has the card's id.
void fillStem(const Subject& subject, Card& card);
void fillEmbedding(const Subject& subject, Card& card);
void fillTokens(const Subject& subject, Card& card);

}
