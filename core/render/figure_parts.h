// core/render/figure_parts.h: what stands around the map of a figure, and how wide all of it is on paper.
#pragma once

namespace patchlight
{

struct FigureParts {
    bool title = true;
    bool bar = true; ///< the colour bar, or the legend of heads over each other
    double millimetres = 0; ///< width of the whole figure; 0: none is given
};

}
