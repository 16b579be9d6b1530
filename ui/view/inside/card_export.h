// ui/view/inside/card_export.h: the card in view as a file: PNG, SVG, PDF; its numbers as NPY.
#pragma once
#include "ui/adapter/inside/cards.h"
#include <QString>

namespace patchlight
{
class CardWidget;

/// By the ending of `path`. Returns the files written; errors: WriteFailed, InvalidOption (another ending, no numbers).
Result<QStringList> exportCard(const CardWidget& card, const inside::Subject& subject, const QString& path);
/// The same picture at twice the screen's size, for the clipboard.
QImage cardPicture(const CardWidget& card);
/// "both-scores.png"
QString cardFileName(const inside::Subject& subject, const QString& station);

}
