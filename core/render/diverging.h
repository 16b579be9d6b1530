// core/render/diverging.h: a colour map for signed values: one hue, a light neutral centre, the other hue.
#pragma once
#include "core/render/colour_map.h"

namespace patchlight
{

/// Both arms rise evenly in lightness to the neutral centre, so that equal distances from zero look equally strong.
/// Source: Moreland 2009, "Diverging Color Maps for Scientific Visualization", section 5 (Msh space).
std::array<Rgb, 256> divergingTable(Rgb low, Rgb high);

}
