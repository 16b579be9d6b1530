// ui/adapter/map_comparison.h: the door to the core's comparison of two maps, and what tells one from another in words.
#pragma once
#include "core/explain/measures/similarity.h"
#include "ui/adapter/core_types.h"
#include <QString>

namespace patchlight
{

/// "Relevancy · bull mastiff", "Attention · layer 11 · head 1 · 3 patches hidden": what tells one map from another.
QString mapTitle(const ShownMap& shown);

}
