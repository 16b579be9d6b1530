// core/engine/output/export_format.cpp: the table.
#include "core/engine/output/export_format.h"
#include "core/base/ending.h"
#include "core/explain/methods.h"
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

using enum Drawing;

constexpr Drawings kOnPicture{Colours, Opacity, Cover, Interpolation, Range, KeptMass, PatchGrid, Frame, Heads};

constexpr std::array kFormats{ExportFormat{.kind = ExportKind::Overlay,
                                  .name = "overlay",
                                  .ending = ".png",
                                  .follows = kOnPicture,
                                  .picture = true,
                                  .ofDifference = true,
                                  .encode = encodeOverlay,
                                  .title = "Picture with the map",
                                  .says = "PNG at the picture's own size"},
    ExportFormat{.kind = ExportKind::HeatMap,
        .name = "heatmap",
        .ending = ".png",
        .part = "-heat-map",
        .follows = {Colours, Interpolation, Range, KeptMass},
        .picture = true,
        .ofDifference = true,
        .encode = encodeHeatMap,
        .title = "Heat map with colour bar",
        .says = "PNG with title and real values",
        .titleOfColours = "Colours alone",
        .saysOfColours = "PNG of the colours without the picture; they have no scale"},
    ExportFormat{.kind = ExportKind::Transparent,
        .name = "alpha",
        .ending = ".png",
        .part = "-transparent",
        .follows = {Colours, Opacity, Interpolation, Range, KeptMass, Frame, Heads},
        .picture = true,
        .ofDifference = true,
        .encode = encodeTransparent,
        .title = "Transparent map",
        .says = "PNG to lay over the picture elsewhere"},
    ExportFormat{.kind = ExportKind::Sheet,
        .name = "sheet",
        .ending = ".png",
        .part = "-all-heads",
        .follows = {Colours, Interpolation, Range, KeptMass},
        .picture = true,
        .encode = encodeSheet,
        .title = "All layers and heads",
        .says = "PNG contact sheet for this query"},
    ExportFormat{.kind = ExportKind::Heads,
        .name = "heads",
        .ending = ".png",
        .part = "-heads",
        .follows = {Opacity, Interpolation, Range, KeptMass, PatchGrid, Frame, Heads},
        .picture = true,
        .needsHeads = true,
        .encode = encodeHeads,
        .title = "Heads over each other",
        .says = "PNG: each head of the layer in its own colour, with legend"},
    ExportFormat{.kind = ExportKind::Svg,
        .name = "svg",
        .ending = ".svg",
        .follows = kOnPicture,
        .picture = true,
        .needsScale = true,
        .encode = encodeSvg,
        .title = "Figure, SVG",
        .says = "Picture, colour bar and title; text stays text"},
    ExportFormat{.kind = ExportKind::Pdf,
        .name = "pdf",
        .ending = ".pdf",
        .follows = kOnPicture,
        .picture = true,
        .needsScale = true,
        .title = "Figure, PDF",
        .says = "The same figure for LaTeX and print"},
    ExportFormat{.kind = ExportKind::Figure,
        .name = "figure",
        .ending = ".png",
        .part = "-figure",
        .follows = kOnPicture,
        .picture = true,
        .needsScale = true,
        .title = "Figure, PNG",
        .says = "The same figure as pixels in any resolution"},
    ExportFormat{.kind = ExportKind::Npy,
        .name = "npy",
        .ending = ".npy",
        .follows = {},
        .ofDifference = true,
        .encode = encodeNpy,
        .title = "Numbers, NPY",
        .says = "float32 on the patch grid, before any scaling",
        .saysOfColours = "float32: red, green and blue of every patch, from 0 to 1"},
    ExportFormat{.kind = ExportKind::Csv,
        .name = "csv",
        .ending = ".csv",
        .follows = {},
        .ofDifference = true,
        .firstColour = true,
        .encode = encodeCsv,
        .title = "Numbers, CSV",
        .says = "One line per row of patches",
        .saysOfColours = "One line per row of patches: the first component (red) alone"},
    ExportFormat{.kind = ExportKind::Json,
        .name = "json",
        .ending = ".json",
        .follows = kOnPicture,
        .encode = encodeJson,
        .title = "Everything, JSON",
        .says = "Map, parameters, versions and file hashes: enough to make it again"},
    ExportFormat{.kind = ExportKind::Film,
        .name = "film",
        .ending = ".mp4",
        .follows = kOnPicture,
        .picture = true,
        .throughLayers = true,
        .title = "Film through the layers",
        .says = "MP4, half a second per layer"},
    ExportFormat{.kind = ExportKind::Frames,
        .name = "frames",
        .ending = "",
        .part = "-layers",
        .follows = kOnPicture,
        .picture = true,
        .throughLayers = true,
        .title = "Pictures of every layer",
        .says = "PNG per layer in a folder"}};

}

std::span<const ExportFormat> exportFormats()
{
    return kFormats;
}

const ExportFormat& exportFormat(ExportKind kind)
{
    return *std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& format) { return format.kind == kind; });
}

namespace
{

/// Else every frame would be the same.
bool goesThroughLayers(const MethodInfo& method)
{
    return method.reads.has(Parameter::Layer) || method.reads.has(Parameter::LayerRange);
}

}

bool exportFits(ExportKind kind, Method method)
{
    const auto& format = exportFormat(kind);
    const auto& info = methodInfo(method);
    return !(format.needsHeads && method != Method::Attention) && !(format.needsScale && info.isPicture)
        && !(format.throughLayers && (info.network || !goesThroughLayers(info)));
}

std::vector<std::string> exportStyles()
{
    std::vector<std::string> names;
    for (const auto& format : kFormats)
        if (format.encode && format.ending == kFormats.front().ending)
            names.emplace_back(format.name);
    return names;
}

std::vector<std::string> exportEndings()
{
    std::vector<std::string> endings;
    for (const auto& format : kFormats)
        if (format.encode && (endings.empty() || endings.back() != format.ending.substr(1)))
            endings.emplace_back(format.ending.substr(1));
    return endings;
}

std::optional<ExportKind> exportKindOf(const std::filesystem::path& file, std::string_view style)
{
    const auto ending = lowerEnding(file);
    std::optional<ExportKind> first;
    for (const auto& format : kFormats) {
        if (!format.encode || format.ending != ending)
            continue;
        if (format.name == style)
            return format.kind;
        first = first.value_or(format.kind);
    }
    return first;
}

}
