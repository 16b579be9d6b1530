// ui/adapter/inside/attention_row.h: a row of attention as a map over the block's patches.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// A row of scores, weights or biases of the shown head.
Map rowMap(const Subject& subject, const Slice& row, Tint tint);
/// The d that scores are divided by the root of.
int headWidth(const Subject& subject);

}
