// ui/adapter/inside/export_numbers.h: the arrays behind a card as .npy files.
#pragma once
#include "ui/adapter/inside/cards.h"
#include <QString>

namespace patchlight::inside
{

/// The array a card names; null where the network has no such step.
const NdArray* arrayOf(const Subject& subject, const std::string& name);

/// One array goes to `path`; of several each to a file beside it, its name before the ending: "card-q.npy". Returns
/// the files written. Errors: WriteFailed; InvalidOption (a card without numbers).
Result<QStringList> writeNumbers(const Subject& subject, const Card& card, const QString& path);

}
