// core/render/colour_map.h: a value in [0, 1] → a colour. Tables of 256 sRGB entries.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace patchlight
{

struct Rgb {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Rgb&) const = default;
};

/// Viridis, Magma, Inferno, Cividis: van der Walt, Smith, Firing, Nuñez et al. (CC0); Turbo: Mikhailov 2019;
/// Grey; Vanimo-like diverging maps for signed values have their neutral colour at 0.5.
enum class ColourMap { Viridis, Magma, Inferno, Cividis, Turbo, Grey, BlueRed };

struct ColourMapInfo {
    ColourMap map;
    std::string_view name; ///< "inferno"
    bool diverging;
};
std::span<const ColourMapInfo> colourMaps();
const ColourMapInfo& colourMapInfo(ColourMap map);
std::optional<ColourMap> colourMapByName(std::string_view name);
const std::array<Rgb, 256>& colours(ColourMap);

}
