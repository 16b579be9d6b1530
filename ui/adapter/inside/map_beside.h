// ui/adapter/inside/map_beside.h: how what Inside follows and what the map asks belong together, in words; whose
// numbers a card shows.
#pragma once
#include "ui/adapter/inside/cards.h"

namespace patchlight::inside
{

/// "The map shows this row as attention."; where it shows something else, what that is. Empty without a map.
QString mapBesideText(const Subject& subject);
/// "the first of the 12 patches that are asked"; empty where the query is no region.
QString regionText(const Subject& subject);
/// "cat.jpg · DeiT-tiny/16 · followed: patch in row 4, column 6 · 2 patches hidden": what a card that is taken along was
/// made of. After the blocks it does not matter who is followed.
QString provenanceText(const Subject& subject, Part part);

}
