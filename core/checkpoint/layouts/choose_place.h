// core/checkpoint/layouts/choose_place.h: which of several networks in a file is meant.
#pragma once
#include "core/base/overrides.h"
#include "core/base/result.h"
#include "core/checkpoint/layouts/places.h"

namespace patchlight
{

/// A running average of the weights that training kept beside them: "model_ema", "state_dict_ema", "ema", …
bool isAverage(const std::string& prefix);

/// One of `places` (none of a refused layout; not empty). Errors: InvalidOption: no such prefix or weights, or several
/// networks between which nothing decides; each lists the prefixes.
Result<Place> choosePlace(const std::vector<Place>& places, const Overrides& given, const std::string& file);

}
