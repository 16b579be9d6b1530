// core/render/head_figure.h: heads over each other with title and legend, as pixels and as SVG.
#pragma once
#include "core/render/figure_parts.h"
#include "core/render/head_labels.h"
#include <string>

namespace patchlight
{

/// The overlay, about `side` pixels at its longer side, with title and legend: every head's number beside its colour.
Image renderHeadsFigure(const Image& picture, const HeadLayers& heads, const InputGeometry& geometry, const Look& look,
    const std::string& title, int side);
/// The same as a stand-alone SVG document around an overlay (raster embedded, text as text).
std::string svgHeadsFigure(
    const Image& overlay, const std::vector<HeadLegendEntry>& legend, const std::string& title, FigureParts parts = {});
/// "head 3", "head 3 (covered)".
std::string headName(const HeadLegendEntry& entry);

}
