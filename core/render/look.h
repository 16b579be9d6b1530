// core/render/look.h: how a map is drawn; shared by canvas, export and command line.
#pragma once
#include "core/render/colour_map.h"
#include <optional>

namespace patchlight
{

enum class Interpolation { Patches, Bilinear, Bicubic };

/// How much of the picture a map covers. Value: low values let it through, of signed maps those about zero. Even: all alike.
enum class Cover { Value, Even };

/// Values drawn as the lowest and highest colour. Signed maps: −high … +high.
struct ValueRange {
    float low = 0, high = 1;
    bool operator==(const ValueRange&) const = default;
};

struct Look {
    ColourMap colours = ColourMap::Inferno;
    float opacity = 0.7F; ///< [0, 1]; 0 is the picture as it is; with Cover::Value that of the strongest colour
    Cover cover = Cover::Value;
    Interpolation interpolation = Interpolation::Bicubic;
    std::optional<ValueRange> range; ///< absent: the map's own minimum … maximum
    float keepMass = 1.0F; ///< threshold: draw only the patches that hold this share of the mass
    bool dimOutside = true; ///< darken what the network did not see; part of the map, so not at opacity 0
    bool patchGrid = false;
    bool heads = false; ///< of raw attention: its heads over each other, each in a colour of its own, instead of the map
    bool operator==(const Look&) const = default;
};

}
