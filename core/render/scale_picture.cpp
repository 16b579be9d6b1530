// core/render/scale_picture.cpp
#include "core/render/scale_picture.h"
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace patchlight
{
namespace
{

bool isWhole(const Image& picture, RectF source, int width, int height)
{
    return source.x == 0 && source.y == 0 && source.width == picture.width() && source.height == picture.height()
        && width == picture.width() && height == picture.height();
}

/// The pixels that `from` … `to` touches, one more on each side for interpolation, in whole blocks of `factor`.
cv::Range touched(double from, double to, int size, int factor)
{
    const int first = std::clamp(static_cast<int>(std::floor(from)) - 2, 0, size - 1) / factor * factor;
    const int last = std::clamp(static_cast<int>(std::ceil(to)) + 2, first + 1, size);
    return {first, std::min(size, first + (last - first + factor - 1) / factor * factor)};
}

int reduction(double sourceSize, int targetSize)
{
    return std::max(1, static_cast<int>(std::lround(std::min(sourceSize / targetSize, 4096.0))));
}

}

Image scalePicture(const Image& picture, RectF source, int width, int height)
{
    if (isWhole(picture, source, width, height))
        return picture;
    const cv::Mat all{picture.height(), picture.width(), CV_8UC3, const_cast<std::uint8_t*>(picture.data())};
    const int factorX = reduction(source.width, width), factorY = reduction(source.height, height);
    const cv::Range columns = touched(source.x, source.x + source.width, picture.width(), factorX);
    const cv::Range rows = touched(source.y, source.y + source.height, picture.height(), factorY);
    cv::Mat part = all(rows, columns);
    if (factorX > 1 || factorY > 1) {
        cv::Mat reduced;
        cv::resize(
            part, reduced, {std::max(1, part.cols / factorX), std::max(1, part.rows / factorY)}, 0, 0, cv::INTER_AREA);
        part = reduced;
    }
    // target pixel centre → pixel centre of the part
    const double scaleX = static_cast<double>(columns.size()) / part.cols,
                 scaleY = static_cast<double>(rows.size()) / part.rows;
    const double stepX = source.width / width / scaleX, stepY = source.height / height / scaleY;
    const double startX = (source.x - columns.start) / scaleX + stepX / 2 - 0.5;
    const double startY = (source.y - rows.start) / scaleY + stepY / 2 - 0.5;
    const cv::Matx23d toPart{stepX, 0, startX, 0, stepY, startY};
    Image result{width, height};
    cv::Mat target{height, width, CV_8UC3, result.data()};
    cv::warpAffine(part, target, toPart, target.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return result;
}

}
