// core/engine/picture/hide_pixels.h: hidden patches on the picture that shows what the network saw.
#pragma once
#include "core/base/image.h"
#include "core/base/preprocess_profile.h"
#include "core/explain/perturbation/interventions.h"

namespace patchlight
{

/// Paints patches that are hidden by the mean colour in it. `seen`: the network's input before normalisation.
void hidePixels(const Interventions& changes, GridSize grid, const PreprocessProfile& profile, Image& seen);

}
