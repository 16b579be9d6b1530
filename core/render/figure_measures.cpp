// core/render/figure_measures.cpp
#include "core/render/figure_measures.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr double kFigureMargin = 1.5, kFigureGap = 1.5, kFigureBar = 1.3, kFigureTicks = 7; ///< heights of the text
constexpr double kFigureLegend = 10; ///< "head 12 (covered)"
constexpr double kPaperPoint = 25.4 / 72;
constexpr double kMostBeside = 2.0 / 3; ///< of a figure's width for what stands beside the picture

std::size_t legendRows(double height, double font)
{
    return std::max<std::size_t>(1, static_cast<std::size_t>(height / (kFigureLegendRow * font)));
}

std::size_t legendColumns(std::size_t entries, std::size_t rows)
{
    return std::max<std::size_t>(1, (entries + rows - 1) / rows);
}

double besideColumn(std::size_t entries)
{
    return entries > 0 ? kFigureLegend : kFigureTicks;
}

/// The figure is width + beside · font wide, of which the text is to be a fixed share.
double printedFont(double width, double beside, double millimetres)
{
    const double share = FigureMeasures::kPrintedPoints * kPaperPoint / millimetres;
    const double kept = std::min(share, kMostBeside / beside);
    return kept * width / (1 - kept * beside);
}

double figureFont(double width, double height, FigureParts parts, std::size_t entries)
{
    if (!(parts.millimetres > 0))
        return std::max(12.0, std::min(width, height) / 32.0);
    if (!parts.bar)
        return printedFont(width, 2 * kFigureMargin, parts.millimetres);
    double font = 0;
    for (std::size_t columns = 1; columns <= std::max<std::size_t>(1, entries); ++columns) { // larger text needs more of them
        const double beside = kFigureMargin + kFigureGap + kFigureBar + besideColumn(entries) * static_cast<double>(columns);
        font = printedFont(width, beside, parts.millimetres);
        if (legendColumns(entries, legendRows(height, font)) <= columns)
            break;
    }
    return font;
}

}

FigureMeasures::FigureMeasures(double width, double height, FigureParts parts, std::size_t entries)
    : font(figureFont(width, height, parts, entries)), margin(parts.title || parts.bar ? kFigureMargin * font : 0),
      barLeft(margin + width + kFigureGap * font), barWidth(kFigureBar * font), columnWidth(besideColumn(entries) * font),
      totalWidth(0), rows(legendRows(height, font)), columns(legendColumns(entries, rows))
{
    totalWidth = parts.bar ? barLeft + barWidth + columnWidth * static_cast<double>(columns) : width + 2 * margin;
}

}
