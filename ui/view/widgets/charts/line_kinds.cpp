// ui/view/widgets/charts/line_kinds.cpp
#include "ui/view/widgets/charts/line_kinds.h"
#include "ui/view/theme/theme.h"

namespace patchlight
{
namespace
{

constexpr float kStale = 0.4F;

struct Shape {
    double width;
    Qt::PenStyle style;
};
constexpr Shape kShapes[]{{2, Qt::SolidLine}, {1.2, Qt::DashLine}, {1.6, Qt::DotLine}};

}

QPen linePen(LineKind kind, bool stale)
{
    const Theme& theme = Theme::current();
    QColor colour = kind == LineKind::Subject ? theme.text : theme.dim;
    if (stale)
        colour.setAlphaF(kStale);
    const Shape shape = kShapes[static_cast<int>(kind)];
    return {colour, shape.width, shape.style, Qt::FlatCap};
}

}
