// core/render/line_figure.h: a few curves from 0 to 1 as a stand-alone SVG document.
#pragma once
#include <string>
#include <vector>

namespace patchlight
{

struct Line {
    std::string label;
    std::vector<double> values; ///< evenly spaced along the axis, 0 to 1
};

struct LinePanel {
    std::string title;
    std::vector<Line> lines;
};

/// Panels side by side, a legend under each; stands on light and dark pages alike.
std::string lineFigure(const std::vector<LinePanel>& panels);

}
