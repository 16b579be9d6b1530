// core/image/read_picture.cpp
#include "core/image/read_picture.h"
#include "core/base/ending.h"
#include "core/base/mapped_file.h"
#include "core/image/orientation.h"
#include "core/image/picture_header.h"
#include "core/image/quiet.h"
#include <algorithm>
#include <array>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace patchlight
{
namespace
{

constexpr std::uint64_t kLongestSide = 1 << 20; ///< OpenCV's own limit

Result<void> checkSize(const PictureHeader& header, const std::string& name, const PictureLimits& limits)
{
    const std::string size = std::to_string(header.width) + " × " + std::to_string(header.height) + " pixels";
    const auto allowed = static_cast<std::uint64_t>(limits.pixels);
    if (header.width > allowed / header.height || header.block > allowed)
        return fail(ErrorCode::OutOfMemory,
            "cannot open " + name + ": " + size + " are more than the limit of "
                + std::to_string(limits.pixels / 1'000'000) + " megapixels; make it smaller first");
    if (std::max(header.width, header.height) > kLongestSide)
        return fail(
            ErrorCode::Unsupported, "cannot open " + name + ": a side of " + size + " is too long; cut it first");
    return {};
}

/// 16 bits are asked for as they are and reduced here, so that no decoder rounds them its own way.
int decodeFlags(const PictureHeader& header)
{
    const int depth = header.bitsPerSample > 8 ? cv::IMREAD_ANYDEPTH : 0;
    return cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION | depth;
}

/// Any throw of a decoder means the same: no picture.
cv::Mat decode(std::span<const std::byte> bytes, int flags)
try {
    const Quiet quiet;
    const cv::Mat file{1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::byte*>(bytes.data())};
    return cv::imdecode(file, flags);
} catch (const std::exception&) {
    return {};
}

/// Bits that the largest of 16-bit values needs.
int bitsUsed(const cv::Mat& bgr)
{
    double most = 0;
    cv::minMaxLoc(bgr.reshape(1), nullptr, &most);
    int bits = 1;
    while (bits < 16 && most >= static_cast<double>(1 << bits))
        ++bits;
    return bits;
}

/// Cameras and microscopes keep 10, 12 or 14 bits in 16; the high byte alone would be nearly black.
int shiftFor(const cv::Mat& bgr, const PictureLimits& limits, std::vector<std::string>* notes)
{
    const int bits = bgr.depth() == CV_16U ? bitsUsed(bgr) : 16;
    if (bits > 14)
        return 8;
    if (notes && limits.stretch)
        notes->push_back("its 16-bit values use " + std::to_string(bits) + " bits and are stretched to all of them");
    else if (notes)
        notes->push_back("its 16-bit values use only " + std::to_string(bits)
            + " bits, so it is dark; --stretch makes them fill the range");
    return limits.stretch ? std::max(bits - 8, 0) : 8;
}

/// BGR of 8 or 16 bits → RGB; of 16 bits the high byte counts, as in Pillow's RGB;16, unless they are stretched.
Image toImage(const cv::Mat& bgr, int shift)
{
    Image image{bgr.cols, bgr.rows};
    const int count = bgr.cols * 3;
    for (int y = 0; y < bgr.rows; ++y) {
        std::uint8_t* to = image.row(y);
        if (bgr.depth() == CV_16U) {
            const auto* from = bgr.ptr<std::uint16_t>(y);
            for (int i = 0; i < count; ++i)
                to[i] = static_cast<std::uint8_t>(std::min(from[i] >> shift, 255));
        } else {
            std::copy_n(bgr.ptr<std::uint8_t>(y), count, to);
        }
        for (int x = 0; x < count; x += 3)
            std::swap(to[x], to[x + 2]);
    }
    return image;
}

bool fits(const cv::Mat& decoded, const PictureHeader& header)
{
    const bool understood = decoded.type() == CV_8UC3 || decoded.type() == CV_16UC3;
    return understood && static_cast<std::uint64_t>(decoded.cols) == header.width
        && static_cast<std::uint64_t>(decoded.rows) == header.height;
}

}

Result<Image> decodePicture(std::span<const std::byte> bytes, const std::string& name, const PictureLimits& limits,
    std::vector<std::string>* notes)
try {
    if (bytes.size() > static_cast<std::uint64_t>(limits.bytes))
        return fail(ErrorCode::OutOfMemory,
            "cannot open " + name + ": the file is larger than " + std::to_string(limits.bytes / 1'000'000)
                + " MB; make it smaller first");
    const auto header = readPictureHeader(bytes, name);
    if (!header)
        return fail(header.error());
    if (const auto allowed = checkSize(*header, name, limits); !allowed)
        return fail(allowed.error());
    const cv::Mat decoded = decode(header->cleaned.empty() ? bytes : header->cleaned, decodeFlags(*header));
    if (decoded.empty() || !fits(decoded, *header))
        return fail(ErrorCode::Malformed,
            "cannot open " + name
                + ": its pixels are damaged or coded in a way that is not supported; save it again as PNG or JPEG");
    if (notes && !header->note.empty())
        notes->push_back(header->note);
    return upright(toImage(decoded, shiftFor(decoded, limits, notes)), header->orientation);
} catch (const std::bad_alloc&) {
    return fail(
        ErrorCode::OutOfMemory, "cannot open " + name + ": there is not enough memory for it; make it smaller first");
}

Result<Image> readPicture(
    const std::filesystem::path& path, const PictureLimits& limits, std::vector<std::string>* notes)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    return decodePicture((*file)->bytes(), path.string(), limits, notes);
}

bool looksLikePicture(const std::filesystem::path& path)
{
    constexpr std::array<std::string_view, 14> kEndings{".jpg", ".jpeg", ".jpe", ".png", ".webp", ".bmp", ".tif",
        ".tiff", ".jp2", ".j2k", ".ppm", ".pgm", ".pbm", ".pnm"};
    return std::ranges::find(kEndings, lowerEnding(path)) != kEndings.end();
}

}
