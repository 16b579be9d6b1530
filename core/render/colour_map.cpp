// core/render/colour_map.cpp
#include "core/render/colour_map.h"
#include "core/render/diverging.h"
#include <opencv2/imgproc.hpp>

namespace patchlight
{
namespace
{

using Table = std::array<Rgb, 256>;

constexpr std::array<ColourMapInfo, 7> kMaps{{
    {ColourMap::Viridis, "viridis", false},
    {ColourMap::Magma, "magma", false},
    {ColourMap::Inferno, "inferno", false},
    {ColourMap::Cividis, "cividis", false},
    {ColourMap::Turbo, "turbo", false},
    {ColourMap::Grey, "grey", false},
    {ColourMap::BlueRed, "blue-red", true},
}};

/// OpenCV ships the published tables.
Table published(cv::ColormapTypes map)
{
    cv::Mat ramp(1, 256, CV_8UC1); // braces would make a list of three numbers
    for (int i = 0; i < 256; ++i)
        ramp.at<std::uint8_t>(i) = static_cast<std::uint8_t>(i);
    cv::Mat bgr;
    cv::applyColorMap(ramp, bgr, map);
    Table table;
    for (int i = 0; i < 256; ++i) {
        const auto& colour = bgr.at<cv::Vec3b>(i);
        table[static_cast<std::size_t>(i)] = {colour[2], colour[1], colour[0]};
    }
    return table;
}

Table greys()
{
    Table table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto level = static_cast<std::uint8_t>(i);
        table[i] = {level, level, level};
    }
    return table;
}

}

std::span<const ColourMapInfo> colourMaps()
{
    return kMaps;
}

const ColourMapInfo& colourMapInfo(ColourMap map)
{
    return kMaps[static_cast<std::size_t>(map)];
}

std::optional<ColourMap> colourMapByName(std::string_view name)
{
    for (const auto& info : kMaps) {
        if (info.name == name)
            return info.map;
    }
    if (name == "gray")
        return ColourMap::Grey;
    return std::nullopt;
}

const std::array<Rgb, 256>& colours(ColourMap map)
{
    static const std::array<Table, kMaps.size()> tables{
        published(cv::COLORMAP_VIRIDIS),
        published(cv::COLORMAP_MAGMA),
        published(cv::COLORMAP_INFERNO),
        published(cv::COLORMAP_CIVIDIS),
        published(cv::COLORMAP_TURBO),
        greys(),
        divergingTable({59, 76, 192}, {180, 4, 38}),
    };
    return tables[static_cast<std::size_t>(map)];
}

}
