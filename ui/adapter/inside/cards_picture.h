// ui/adapter/inside/cards_picture.h: the picture, what the network is given of it, and its patches.
#pragma once
#include "ui/adapter/inside/card.h"
#include "ui/adapter/inside/step_view.h"

namespace patchlight::inside
{

void fillPicture(const Subject& subject, Card& card);
void fillPatches(const Subject& subject, Card& card);

}
