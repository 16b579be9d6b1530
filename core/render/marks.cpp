// core/render/marks.cpp
#include "core/render/marks.h"
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace patchlight
{
namespace
{

constexpr double kRadius = 0.32; ///< of a patch's shorter side, as on the canvas
constexpr double kLine = 0.05;
constexpr int kFraction = 4; ///< bits after the point of OpenCV's coordinates

void ring(cv::Mat& pixels, double x, double y, double radius, double width, double grey)
{
    const auto fixed = [](double v) { return static_cast<int>(std::lround(v * (1 << kFraction))); };
    cv::circle(pixels, {fixed(x - 0.5), fixed(y - 0.5)}, fixed(radius), cv::Scalar::all(grey),
        std::max(1, static_cast<int>(std::lround(width))), cv::LINE_AA, kFraction);
}

}

void drawMarks(Image& picture, const InputGeometry& geometry, GridSize grid, const std::vector<Cell>& marks)
{
    if (picture.empty() || picture.channels() != 3)
        return;
    cv::Mat pixels(picture.height(), picture.width(), CV_8UC3, picture.data(), picture.bytesPerRow());
    for (const Cell mark : marks) {
        const RectF patch = geometry.patchOnPicture(mark, grid);
        const double side = std::min(patch.width, patch.height);
        const double x = patch.x + patch.width / 2, y = patch.y + patch.height / 2;
        const double line = std::max(1.0, side * kLine);
        const double radius = std::max(0.5, std::min(side * kRadius, (side - 3 * line) / 2 - 1)); // inside its patch
        ring(pixels, x, y, radius, 3 * line, 0);
        ring(pixels, x, y, radius, line, 255);
    }
}

}
