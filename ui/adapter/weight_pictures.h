// ui/adapter/weight_pictures.h: what was learned, as small pictures of one pixel per weight.
#pragma once
#include "ui/adapter/core_types.h"
#include <QImage>
#include <QVector>

namespace patchlight
{

/// P × P pixels each, mid grey is no weight.
QVector<QImage> filterPictures(const PatchFilters& filters);
/// Whether attention adds a bias by relative position (Swin, BEiT).
bool hasPositionBias(const AttentionRecord& record);
/// The bias by relative position of every head of a layer, blue against and red for looking there, each on its
/// own scale. Empty where the layer has none. Cost: a few thousand values; no torch.
QVector<QImage> positionBiasPictures(const AttentionRecord& record, LayerIndex layer);

}
