// core/image/input_geometry.h: picture pixels ↔ network input pixels ↔ patches.
#pragma once
#include "core/base/grid.h"

namespace patchlight
{

struct PointF {
    double x = 0, y = 0;
};
struct RectF {
    double x = 0, y = 0, width = 0, height = 0;
    bool contains(PointF p) const { return p.x >= x && p.y >= y && p.x < x + width && p.y < y + height; }
};

/// Pixel coordinates are continuous: pixel (0, 0) covers [0, 1) × [0, 1). Names say the space they start from.
class InputGeometry
{
public:
    InputGeometry() = default;
    /// `scaleX/Y`: input pixels per picture pixel; `cropX/Y`: input origin inside the resized picture.
    InputGeometry(GridSize picture, GridSize input, double scaleX, double scaleY, double cropX, double cropY);
    /// The input is the picture itself (an .npy input shown as a picture).
    static InputGeometry identity(GridSize input);

    GridSize picture() const { return m_picture; } ///< rows × columns in pixels
    GridSize input() const { return m_input; }
    PointF pictureToInput(PointF) const;
    PointF inputToPicture(PointF) const;
    /// What the network saw, in picture pixels; may reach past the picture where the crop was padded.
    RectF fieldOfView() const;
    /// Where a patch of a grid laid over the whole input lies on the picture.
    RectF patchOnPicture(Cell patch, GridSize grid) const;
    /// The patch under a picture point; `inside` false where the network did not look.
    struct Hit {
        Cell patch;
        bool inside = false;
    };
    Hit patchAt(PointF picturePoint, GridSize grid) const;
    bool operator==(const InputGeometry&) const = default;

private:
    GridSize m_picture, m_input;
    double m_scaleX = 1, m_scaleY = 1, m_cropX = 0, m_cropY = 0;
};

}
