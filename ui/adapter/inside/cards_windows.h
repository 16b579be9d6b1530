// ui/adapter/inside/cards_windows.h: how tokens know their places inside a block: windows, their merging, biases by
// relative position.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

/// Swin: four cells become one of twice the channels.
void fillMerging(const Subject& subject, Card& card);
/// Swin: windows, shift, mask.
void fillWindows(const Subject& subject, Card& card);
/// Where a bias by relative position is added.
void fillBias(const Subject& subject, Card& card);

}
