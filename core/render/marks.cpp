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
constexpr double kCanvasSide
    = 700; ///< pixels of a picture on the canvas, about: there a line is 2 wide, a hatch every 7
constexpr double kHatchEvery = 7, kHatchLine = 1.7, kDark = 0.59, kHatchWhite = 0.51, kFrameLine = 2;
constexpr int kFraction = 4; ///< bits after the point of OpenCV's coordinates

void ring(cv::Mat& pixels, double x, double y, double radius, double width, double grey)
{
    const auto fixed = [](double v) { return static_cast<int>(std::lround(v * (1 << kFraction))); };
    cv::circle(pixels, {fixed(x - 0.5), fixed(y - 0.5)}, fixed(radius), cv::Scalar::all(grey),
        std::max(1, static_cast<int>(std::lround(width))), cv::LINE_AA, kFraction);
}

cv::Mat pixelsOf(Image& picture)
{
    return {picture.height(), picture.width(), CV_8UC3, picture.data(), picture.bytesPerRow()};
}

/// Pixels of the picture for one of the canvas.
double unitOf(const Image& picture)
{
    return std::max(1.0, std::max(picture.width(), picture.height()) / kCanvasSide);
}

/// To whole pixels, so that neighbours meet and none is drawn twice.
cv::Rect pixelRect(const RectF& rect)
{
    const auto at = [](double v) { return static_cast<int>(std::lround(v)); };
    return {cv::Point(at(rect.x), at(rect.y)), cv::Point(at(rect.x + rect.width), at(rect.y + rect.height))};
}

void hatch(cv::Mat& pixels, const cv::Rect& area, double unit)
{
    for (int y = area.y; y < area.y + area.height; ++y)
        for (int x = area.x; x < area.x + area.width; ++x) {
            const bool line = std::fmod(x + y, kHatchEvery * unit) < kHatchLine * unit;
            for (int c = 0; c < 3; ++c) {
                auto& value = pixels.at<cv::Vec3b>(y, x)[c];
                const double dark = value * (1 - kDark);
                value = cv::saturate_cast<std::uint8_t>(line ? dark + kHatchWhite * (255 - dark) : dark);
            }
        }
}

/// From one end to the other, dashes twice as long as the gaps.
void side(cv::Mat& pixels, cv::Point from, cv::Point to, int width, bool dashed)
{
    const double length = cv::norm(to - from);
    const double step = dashed ? 6.0 * width : std::max(1.0, length);
    for (double at = 0; at < length; at += step) {
        const double end = std::min(length, dashed ? at + 3.0 * width : length); // the ends are rounded, one line more
        const cv::Point2d along = cv::Point2d(to - from) / length;
        cv::line(pixels, from + cv::Point(along * at), from + cv::Point(along * end), cv::Scalar::all(255), width);
    }
}

}

void drawHidden(Image& picture, const InputGeometry& geometry, GridSize grid, const std::vector<Cell>& hidden)
{
    if (picture.empty() || picture.channels() != 3)
        return;
    cv::Mat pixels = pixelsOf(picture);
    for (const Cell cell : hidden)
        hatch(pixels, pixelRect(geometry.patchOnPicture(cell, grid)) & cv::Rect({}, pixels.size()), unitOf(picture));
}

void drawFrame(
    Image& picture, const InputGeometry& geometry, GridSize grid, const std::vector<Cell>& cells, bool dashed)
{
    if (picture.empty() || picture.channels() != 3 || cells.empty())
        return;
    cv::Mat pixels = pixelsOf(picture);
    cv::Rect all;
    for (const Cell cell : cells)
        all |= pixelRect(geometry.patchOnPicture(cell, grid));
    const int line = static_cast<int>(std::lround(kFrameLine * unitOf(picture)));
    const cv::Point first = all.tl(), last = all.br();
    cv::rectangle(pixels, first, last, cv::Scalar::all(0), 2 * line);
    for (const auto& [from, to] :
        {std::pair(first, cv::Point(last.x, first.y)), std::pair(cv::Point(last.x, first.y), last),
            std::pair(last, cv::Point(first.x, last.y)), std::pair(cv::Point(first.x, last.y), first)})
        side(pixels, from, to, line, dashed);
}

void drawMarks(Image& picture, const InputGeometry& geometry, GridSize grid, const std::vector<Cell>& marks)
{
    if (picture.empty() || picture.channels() != 3)
        return;
    cv::Mat pixels = pixelsOf(picture);
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
