// ui/state/moved_query.h: what is asked stays where it is in the picture when another network cuts it otherwise.
#pragma once
#include "ui/adapter/core_types.h"

namespace patchlight
{

/// Patches become those of `to` that hold the old ones' centres, a region all between the ones of its corners; pictures
/// of two sizes are laid over each other. The default query where the other network does not look there. Tokens stay.
Query movedQuery(const Query& query, const Analysis& from, const Analysis& to);

}
