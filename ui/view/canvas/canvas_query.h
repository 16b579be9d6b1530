// ui/view/canvas/canvas_query.h: what the map is asked from, as the canvas marks it.
#pragma once
#include <QRect>

namespace patchlight
{

struct CanvasQuery {
    enum class Kind {
        None, ///< a token that is no patch (class, distillation, register), or a method without a query
        Patch, ///< one patch: where does it look
        Region, ///< the mean of several patches
        Inverse, ///< who looks at this patch
    };
    Kind kind = Kind::None;
    QRect cells; ///< columns and rows of the patch grid
    bool operator==(const CanvasQuery&) const = default;

    static CanvasQuery patch(QPoint cell) { return {Kind::Patch, QRect(cell, QSize(1, 1))}; }
    static CanvasQuery inverse(QPoint cell) { return {Kind::Inverse, QRect(cell, QSize(1, 1))}; }
    static CanvasQuery region(QRect cells) { return {Kind::Region, cells}; }
};

}
