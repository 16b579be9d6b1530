// ui/view/widgets/charts/line_kinds.h: the lines of a chart that compares, alike in the chart and in its legend.
#pragma once
#include <QPen>

namespace patchlight
{

enum class LineKind {
    Subject, ///< what the chart is about: full
    First, ///< what it is compared with: dashed, dotted
    Second,
};

/// In the theme's colours; `stale`: no longer of what is on screen.
QPen linePen(LineKind kind, bool stale);

}
