// core/image/read_picture.cpp
#include "core/image/read_picture.h"
#include "core/base/ending.h"
#include "core/base/mapped_file.h"
#include "core/base/memory_bound.h"
#include "core/image/bands.h"
#include "core/image/decode_gif.h"
#include "core/image/decode_jpeg.h"
#include "core/image/icc_profile.h"
#include "core/image/orientation.h"
#include "core/image/picture_header.h"
#include "core/image/quiet.h"
#include "core/image/tiff_complaints.h"
#include "core/image/to_srgb.h"
#include <algorithm>
#include <array>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace patchlight
{
namespace
{

constexpr int kMostColours = 4; ///< and alpha
constexpr std::uint64_t kLongestSide = 1 << 20; ///< OpenCV's own limit

/// What the picture takes until it is upright in memory, besides the file.
std::uint64_t bytesToDecode(const PictureHeader& header)
{
    const std::uint64_t pixels = header.width * header.height;
    const bool deep = header.bitsPerSample > 8 && header.format != PictureFormat::Png;
    const std::uint64_t copies = 1 + (deep ? 2 : 0) + (header.orientation != 1 ? 1 : 0) + (header.progressive ? 2 : 0);
    return 3 * pixels * copies + 4 * header.block;
}

Result<void> checkSize(const PictureHeader& header, const std::string& name, const PictureLimits& limits)
{
    const std::string size = std::to_string(header.width) + " × " + std::to_string(header.height) + " pixels";
    const std::string most = " the limit of " + std::to_string(limits.pixels / 1'000'000) + " megapixels";
    const auto allowed = static_cast<std::uint64_t>(limits.pixels);
    if (header.width > allowed / header.height)
        return fail(ErrorCode::OutOfMemory,
            "cannot open " + name + ": its " + size + " are more than" + most + "; make it smaller first");
    if (header.block > allowed)
        return fail(ErrorCode::OutOfMemory,
            "cannot open " + name + ": one tile of it has more pixels than" + most + "; save it again without such tiles");
    if (std::max(header.width, header.height) > kLongestSide)
        return fail(
            ErrorCode::Unsupported, "cannot open " + name + ": a side of " + size + " is too long; cut it first");
    return checkMemory(bytesToDecode(header), "cannot open " + name + ": it", "make it smaller first");
}

/// 16 bits are asked for as they are and reduced here, so that no decoder rounds them its own way.
int decodeFlags(bool deep)
{
    return cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION | (deep ? cv::IMREAD_ANYDEPTH : 0);
}

/// Any throw of a decoder means the same: no picture; and so does damaged data in a TIFF. `into`: memory of the
/// picture's size and kind that the decoder may fill, or nothing.
cv::Mat decode(std::span<const std::byte> bytes, int flags, cv::Mat into = {})
try {
    const Quiet quiet;
    const auto complaints = tiffComplaints();
    const cv::Mat file{1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::byte*>(bytes.data())};
    cv::Mat decoded = cv::imdecode(file, flags, &into);
    return tiffComplaints() == complaints ? decoded : cv::Mat{};
} catch (const std::exception&) {
    return {};
}

/// Whether a pixel is not opaque; true where that would cost too much to tell, and for a GIF that names a clear colour.
bool isSeeThrough(std::span<const std::byte> bytes, const PictureHeader& header)
{
    constexpr std::uint64_t kMostPixels = 40'000'000;
    if (!header.alpha || header.format == PictureFormat::Gif || header.width * header.height > kMostPixels)
        return header.alpha;
    const auto all = decode(bytes, cv::IMREAD_UNCHANGED);
    if (all.empty() || all.channels() % 2 != 0) // the decoder left the transparency out itself
        return false;
    cv::Mat alpha;
    cv::extractChannel(all, alpha, all.channels() - 1);
    double least = 0;
    cv::minMaxLoc(alpha, &least);
    return least < (alpha.depth() == CV_16U ? 65535 : 255);
}

int bitsOf(unsigned most)
{
    int bits = 1;
    while (bits < 16 && most >> bits != 0)
        ++bits;
    return bits;
}

/// Bits that the largest of 16-bit values needs.
int bitsUsed(const cv::Mat& bgr)
{
    double most = 0;
    cv::minMaxLoc(bgr.reshape(1), nullptr, &most);
    return bitsOf(static_cast<unsigned>(most));
}

/// Cameras and microscopes keep 10, 12 or 14 bits in 16; the high byte alone would be nearly black.
bool isDark(int bits)
{
    return bits <= 14;
}

void noteDark(int bits, const PictureLimits& limits, std::vector<std::string>* notes)
{
    if (notes && limits.stretch)
        notes->push_back("its 16-bit values use " + std::to_string(bits) + " bits and are stretched to all of them");
    else if (notes)
        notes->push_back("its 16-bit values use only " + std::to_string(bits)
            + " bits, so it is dark; --stretch makes them fill the range");
}

void swapRedAndBlue(Image& image)
{
    for (int y = 0; y < image.height(); ++y) {
        std::uint8_t* row = image.row(y);
        for (int x = 0; x < 3 * image.width(); x += 3)
            std::swap(row[x], row[x + 2]);
    }
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

using Decoded = Result<Image>; ///< an Error's message is the reason alone, as in picture_header.h

Decoded notDecoded()
{
    return fail(ErrorCode::Malformed, "is damaged, or coded in a way that is not supported");
}

bool fits(const cv::Mat& decoded, const PictureHeader& header, int type)
{
    return decoded.type() == type && static_cast<std::uint64_t>(decoded.cols) == header.width
        && static_cast<std::uint64_t>(decoded.rows) == header.height;
}

Image imageFor(const PictureHeader& header)
{
    return {static_cast<int>(header.width), static_cast<int>(header.height)};
}

bool isAll(const Image& image, std::uint8_t value)
{
    const auto* end = image.data() + image.bytesPerRow() * static_cast<std::size_t>(image.height());
    return std::all_of(image.data(), end, [value](std::uint8_t each) { return each == value; });
}

/// 8 bits, straight into the picture's own memory. imdecode hands back the memory that it was given even where it could
/// not read the header and wrote nothing: what is all 0 is decoded once more over 1.
Decoded decodeShallow(std::span<const std::byte> bytes, const PictureHeader& header)
{
    Image image = imageFor(header);
    const cv::Mat place{image.height(), image.width(), CV_8UC3, image.data()};
    auto decoded = decode(bytes, decodeFlags(false), place);
    if (decoded.data == image.data() && isAll(image, 0)) {
        std::fill_n(image.data(), image.bytesPerRow() * static_cast<std::size_t>(image.height()), std::uint8_t{1});
        decoded = decode(bytes, decodeFlags(false), place);
        if (isAll(image, 1))
            return notDecoded();
    }
    if (!fits(decoded, header, CV_8UC3))
        return notDecoded();
    if (decoded.data != image.data())
        decoded.copyTo(place);
    swapRedAndBlue(image);
    return image;
}

/// 16 bits, then reduced: more memory, and every bit of them is known.
Decoded decodeDeep(std::span<const std::byte> bytes, const PictureHeader& header, const PictureLimits& limits,
    std::vector<std::string>* notes)
{
    const auto decoded = decode(bytes, decodeFlags(true));
    if (fits(decoded, header, CV_8UC3)) // the decoder had no more
        return toImage(decoded, 0);
    if (!fits(decoded, header, CV_16UC3))
        return notDecoded();
    const int bits = bitsUsed(decoded);
    if (isDark(bits))
        noteDark(bits, limits, notes);
    return toImage(decoded, isDark(bits) && limits.stretch ? std::max(bits - 8, 0) : 8);
}

/// libpng drops the low byte while it reads, which is what is wanted, at a third of the memory; the high bytes tell
/// how many bits are used unless all are 0.
Decoded decodeDeepPng(std::span<const std::byte> bytes, const PictureHeader& header, const PictureLimits& limits,
    std::vector<std::string>* notes)
{
    auto image = decodeShallow(bytes, header);
    if (!image)
        return image;
    const auto count = image->bytesPerRow() * static_cast<std::size_t>(image->height());
    const unsigned most = count == 0 ? 0 : *std::max_element(image->data(), image->data() + count);
    const int bits = most == 0 ? 8 : 8 + bitsOf(most);
    if (isDark(bits) && limits.stretch)
        return decodeDeep(bytes, header, limits, notes);
    if (isDark(bits))
        noteDark(bits, limits, notes);
    return image;
}

Decoded decodeStored(std::span<const std::byte> bytes, const PictureHeader& header, const PictureLimits& limits,
    std::vector<std::string>* notes)
{
    if (header.format == PictureFormat::Jpeg) {
        Image image = imageFor(header);
        const auto done = decodeJpeg(bytes, image);
        return done ? Decoded{std::move(image)} : Decoded{fail(done.error())};
    }
    if (header.format == PictureFormat::Gif) {
        Image image = imageFor(header);
        const auto done = decodeGif(bytes, image);
        return done ? Decoded{std::move(image)} : Decoded{fail(done.error())};
    }
    if (header.bitsPerSample <= 8)
        return decodeShallow(bytes, header);
    return header.format == PictureFormat::Png ? decodeDeepPng(bytes, header, limits, notes)
                                               : decodeDeep(bytes, header, limits, notes);
}

}

namespace
{

void convertColours(
    std::span<const std::byte> file, PictureFormat format, Image& image, std::vector<std::string>* notes)
{
    const auto profile = embeddedProfile(file, format);
    if (profile.empty())
        return;
    const auto note = toSrgb(image, profile);
    if (notes && !note.empty())
        notes->push_back(note);
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
    if (const auto bands = bandsOfTiff(bytes); bands && *bands > kMostColours)
        return fail(ErrorCode::Unsupported,
            "cannot open " + name + ": it has " + std::to_string(*bands)
                + " bands, which are read by a network of as many channels; give this one a picture of three");
    auto stored = decodeStored(header->cleaned.empty() ? bytes : header->cleaned, *header, limits, notes);
    if (!stored)
        return fail(stored.error().code,
            "cannot open " + name + ": it " + stored.error().message + "; fetch it again, or save it again as PNG or JPEG");
    if (notes && !header->note.empty())
        notes->push_back(header->note);
    if (notes && isSeeThrough(bytes, *header))
        notes->push_back("it is partly transparent; transparency is left out, and the colours that it hid are seen");
    if (limits.colourProfile)
        convertColours(bytes, header->format, *stored, notes);
    return upright(std::move(*stored), header->orientation);
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

std::span<const std::string_view> pictureEndings()
{
    static constexpr std::array<std::string_view, 15> kEndings{".jpg", ".jpeg", ".jpe", ".png", ".webp", ".gif", ".bmp",
        ".tif", ".tiff", ".jp2", ".j2k", ".ppm", ".pgm", ".pbm", ".pnm"};
    return kEndings;
}

bool looksLikePicture(const std::filesystem::path& path)
{
    return std::ranges::find(pictureEndings(), lowerEnding(path)) != pictureEndings().end();
}

}
