// ui/adapter/map_comparison.h: the door to the core's comparison of two maps, and what tells one from another in words.
#pragma once
#include "core/explain/measures/similarity.h"
#include "ui/adapter/core_types.h"
#include <QString>

namespace patchlight
{

/// "Relevancy · bull mastiff", "Attention · layer 11 · head 1 · 3 patches hidden": what tells one map from another.
QString mapTitle(const ShownMap& shown);
/// What a class method explains: "bull mastiff", "what lowers bull mastiff", "norm of the embedding"; else empty.
QString targetText(const Analysis& analysis, const ExplainRequest& request);
/// The same where the heads of the map are shown over each other.
QString headsTitle(const ShownMap& shown);
/// "head 3", "head 3 (covered)": beside its colour; covered where others have all the patches that it keeps.
QString headLegendText(int head, bool covered);

}
