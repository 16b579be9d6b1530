// core/render/figure_measures.h: the lengths of a figure, the same for SVG, PDF and PNG.
#pragma once
#include "core/render/figure_parts.h"
#include <cstddef>

namespace patchlight
{

constexpr double kFigureTitleLine = 1.4, kFigureLegendRow = 1.7; ///< heights of the text

/// In pixels of the picture, whose `width` and `height` these are; `entries` of a legend, 0 beside a colour bar.
/// The text grows with the picture, so that it stays readable beside it at any size; of a figure with a width on paper
/// it is kPrintedPoints high instead, or less on so narrow a page that the picture would keep less than a third of it.
/// The legend's entries stand in columns; a colour bar has the room of one.
struct FigureMeasures {
    static constexpr double kPrintedPoints = 7;

    FigureMeasures(double width, double height, FigureParts parts, std::size_t entries);

    double font, margin, barLeft, barWidth, columnWidth, totalWidth;
    std::size_t rows, columns; ///< of the legend
};

}
