// ui/adapter/inside/cards.h: the stations of a network's way, and the card of each.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// Where on the way a station lies.
enum class Part { Before, Block, After };

struct Station {
    QString id; ///< "scores"; unique
    Part part = Part::Before;
    QString title;
    QString shape; ///< of what leaves it: "197 × 192"
};

/// Those that this network has, in order; the block's once. A card is made of an idea, not of a family: a family that
/// has a further step adds one line to the table in cards.cpp. Without a block's steps those of the pass decide.
QVector<Station> stations(const Subject& subject);

/// The card of a station; empty columns where the block was left out by an intervention. Cost: below a millisecond but
/// for T × D pictures.
Card makeCard(const Subject& subject, const QString& id);

/// The grid on which a card marks what is followed: the block's, by which its place is named; the picture's patches
/// where tokens are made of them.
GridSize markedGrid(const Subject& subject, const QString& id);

/// The tour's sentence and the card's are one.
QString stationSentence(const Subject& subject, const QString& id);
/// With which the tour asks for a patch, and with which it ends: what was seen, what to try next.
QString askingSentence(const Subject& subject);
QString closingSentence(const Subject& subject);

}
