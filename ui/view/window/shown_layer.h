// ui/view/window/shown_layer.h: a map with its run, as a canvas draws it; live, held and difference alike.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/view/canvas/map_layer.h"

namespace patchlight
{

/// @param look  with its range; the patch grid is the canvas's own, a hairline at every zoom.
/// @param networkInput  drawn on what the network saw instead of the picture.
/// Cost: one sort of the map's values; its pixels are drawn when they are painted.
MapLayer layerOf(const ShownMapPtr& shown, Look look, bool networkInput);
/// The map without a scale chosen by a person: its own range, red and blue where it is signed.
Look ownLook(const Explanation& explanation, Look look);
/// The patches that are hidden in a run, as a canvas takes them: QPoint(column, row).
QVector<QPoint> hiddenCells(const Interventions& run);

}
