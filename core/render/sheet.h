// core/render/sheet.h: layers × heads as one picture, and a heat map with its colour bar.
#pragma once
#include "core/base/grid.h"
#include "core/base/image.h"
#include "core/base/result.h"
#include "core/render/figure_parts.h"
#include "core/render/look.h"
#include <functional>
#include <string>
#include <vector>

namespace patchlight
{

/// What the headings of a sheet say, in the reader's language.
struct SheetWords {
    std::string layer = "layer", head = "head", mean = "mean";
    std::string title{}; ///< over all of it: whose attention this is; empty: none
};

/// One row per layer, one column per head, the last column the fused head. `maps[layer][column]`.
struct Sheet {
    std::vector<std::vector<Grid<float>>> maps;
    std::vector<std::string> columnTitles; ///< "head 0", "head 1", …, "mean"
    std::string rowsTitle; ///< over the numbers of the rows: "layer"
    bool isSigned = false; ///< a tile's own range is symmetric about zero
    std::string title{}; ///< over all of it; empty: none
};
/// `tile` pixels per map; labels drawn with OpenCV's own vector font.
Image renderSheet(const Sheet& sheet, const Look& look, int tile);

/// Heat map beside a colour bar with real values and a title line.
Image renderFigure(const Grid<float>& map, bool isSigned, const Look& look, const std::string& title, int side);
/// The overlay with colour bar and title as a stand-alone SVG document (raster embedded, text as text).
std::string svgFigure(const Image& overlay, const Grid<float>& map, bool isSigned, const Look& look,
    const std::string& title, FigureParts parts = {});

}
