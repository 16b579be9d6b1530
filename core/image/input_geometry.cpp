// core/image/input_geometry.cpp
#include "core/image/input_geometry.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{

InputGeometry::InputGeometry(GridSize picture, GridSize input, double scaleX, double scaleY, double cropX, double cropY)
    : m_picture(picture), m_input(input), m_scaleX(scaleX), m_scaleY(scaleY), m_cropX(cropX), m_cropY(cropY)
{
}

InputGeometry InputGeometry::identity(GridSize input)
{
    return {input, input, 1, 1, 0, 0};
}

PointF InputGeometry::pictureToInput(PointF p) const
{
    return {p.x * m_scaleX - m_cropX, p.y * m_scaleY - m_cropY};
}

PointF InputGeometry::inputToPicture(PointF p) const
{
    return {(p.x + m_cropX) / m_scaleX, (p.y + m_cropY) / m_scaleY};
}

RectF InputGeometry::fieldOfView() const
{
    const PointF corner = inputToPicture({0, 0});
    return {corner.x, corner.y, m_input.columns / m_scaleX, m_input.rows / m_scaleY};
}

RectF InputGeometry::patchOnPicture(Cell patch, GridSize grid) const
{
    const RectF view = fieldOfView();
    const double width = view.width / grid.columns;
    const double height = view.height / grid.rows;
    return {view.x + patch.column * width, view.y + patch.row * height, width, height};
}

InputGeometry::Hit InputGeometry::patchAt(PointF picturePoint, GridSize grid) const
{
    const PointF p = pictureToInput(picturePoint);
    const auto index
        = [](double position, int size, int cells) { return static_cast<int>(std::floor(position * cells / size)); };
    const Cell cell{index(p.y, m_input.rows, grid.rows), index(p.x, m_input.columns, grid.columns)};
    const bool inside = cell.row >= 0 && cell.row < grid.rows && cell.column >= 0 && cell.column < grid.columns;
    return {{std::clamp(cell.row, 0, grid.rows - 1), std::clamp(cell.column, 0, grid.columns - 1)}, inside};
}

}
