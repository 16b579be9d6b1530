// core/render/figure_parts.h: what stands around the map of a figure.
#pragma once

namespace patchlight
{

struct FigureParts {
    bool title = true;
    bool bar = true; ///< the colour bar, or the legend of heads over each other
};

}
