// ui/adapter/inside/cards_attention.h: the cards of a block's attention.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

void fillQueries(const Subject& subject, Card& card);
/// Rotary positions: the query and key of a patch, before and after they are turned.
void fillRotation(const Subject& subject, Card& card);
/// "s_j = q · k_j / √d", of cosine attention "s_j = τ cos(q, k_j)", of talking heads a mixture of theirs: for every card that says how scores are made.
QString scoreFormula(const Subject& subject, const QString& query, const QString& key);
void fillScores(const Subject& subject, Card& card);
void fillWeights(const Subject& subject, Card& card);
void fillValues(const Subject& subject, Card& card);
void fillJoined(const Subject& subject, Card& card);

}
