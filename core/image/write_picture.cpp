// core/image/write_picture.cpp
#include "core/image/write_picture.h"
#include "core/base/atomic_file.h"
#include "core/image/quiet.h"
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace patchlight
{

Result<std::vector<std::byte>> encodePng(const Image& image)
try {
    const Quiet quiet;
    const bool alpha = image.channels() == 4;
    const cv::Mat rgb{
        image.height(), image.width(), alpha ? CV_8UC4 : CV_8UC3, const_cast<std::uint8_t*>(image.data())};
    cv::Mat bgr;
    cv::cvtColor(rgb, bgr, alpha ? cv::COLOR_RGBA2BGRA : cv::COLOR_RGB2BGR);
    std::vector<std::uint8_t> encoded;
    if (!cv::imencode(".png", bgr, encoded))
        return fail(ErrorCode::WriteFailed, "the picture could not be encoded as PNG; try a smaller one");
    const auto bytes = std::as_bytes(std::span{encoded});
    return std::vector<std::byte>{bytes.begin(), bytes.end()};
} catch (const std::exception&) {
    return fail(ErrorCode::WriteFailed, "the picture could not be encoded as PNG; try a smaller one");
}

Result<void> writePng(const std::filesystem::path& path, const Image& image)
{
    const auto bytes = encodePng(image);
    if (!bytes)
        return fail(bytes.error().code, "cannot write " + path.string() + ": " + bytes.error().message);
    return writeFile(path, *bytes);
}

}
