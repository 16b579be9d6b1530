// ui/view/window/head_cells.h: what a cell of the grid of heads shows, what is said of it, and where it stands.
#pragma once
#include "ui/view/heads/heads_shape.h"
#include <QImage>
#include <QString>
#include <QVector>

namespace patchlight
{
class Session;

/// Its map on the patches, in a square of `side` pixels; null while it is not known.
QImage headThumbnail(Session& session, const HeadCell& cell, int side);
/// Entropy and distance, or why there is no map; empty while it is not known.
QString headDescription(Session& session, const HeadCell& cell);
/// As the heads are sorted, the first first; empty: by layer. Cost: a similarity for each map where that sorts them.
QVector<HeadCell> headOrder(Session& session);

}
