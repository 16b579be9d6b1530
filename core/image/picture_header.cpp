// core/image/picture_header.cpp
#include "core/image/picture_header.h"
#include "core/base/byte_reader.h"
#include <algorithm>
#include <cctype>

namespace patchlight
{

std::optional<PictureFormat> pictureFormat(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Big};
    if (file.has(0, "\xFF\xD8\xFF"))
        return PictureFormat::Jpeg;
    if (file.has(0, "\x89PNG\r\n\x1A\n"))
        return PictureFormat::Png;
    if (file.has(0, "GIF87a") || file.has(0, "GIF89a"))
        return PictureFormat::Gif;
    if (file.has(0, "RIFF") && file.has(8, "WEBP"))
        return PictureFormat::WebP;
    if (file.has(0, "BM"))
        return PictureFormat::Bmp;
    if (file.has(0, std::string_view{"\0\0\0\x0CjP  ", 8}) || file.has(0, "\xFF\x4F\xFF\x51"))
        return PictureFormat::Jpeg2000;
    if (bytes.size() > 2 && file.has(0, "P") && std::to_integer<char>(bytes[1]) >= '1'
        && std::to_integer<char>(bytes[1]) <= '6' && std::isspace(std::to_integer<int>(bytes[2])) != 0)
        return PictureFormat::Pnm;
    for (const std::string_view magic : {std::string_view{"II\x2A\0", 4}, std::string_view{"MM\0\x2A", 4},
             std::string_view{"II\x2B\0", 4}, std::string_view{"MM\0\x2B", 4}}) {
        if (file.has(0, magic))
            return PictureFormat::Tiff;
    }
    return std::nullopt;
}

namespace
{

/// Formats that people have and that are not read here, by their first bytes.
struct OtherFormat {
    std::uint64_t at;
    std::string_view magic;
    const char* name;
};
using namespace std::string_view_literals;
constexpr OtherFormat kOtherFormats[]{{4, "ftypavif"sv, "an AVIF"}, {4, "ftypavis"sv, "an AVIF"},
    {4, "ftyphei"sv, "a HEIC"}, {4, "ftyphev"sv, "a HEIC"}, {4, "ftypmif1"sv, "a HEIC"}, {4, "ftypmsf1"sv, "a HEIC"},
    {0, "\xFF\x0A"sv, "a JPEG XL"}, {0, "\0\0\0\x0CJXL \x0D\x0A\x87\x0A"sv, "a JPEG XL"}, {0, "<svg"sv, "an SVG"},
    {0, "%PDF"sv, "a PDF"}, {0, "8BPS"sv, "a Photoshop"}, {0, "\x76\x2F\x31\x01"sv, "an OpenEXR"},
    {0, "#?RADIANCE"sv, "a Radiance HDR"}, {0, "\0\0\1\0"sv, "an icon"}, {0, "SIMPLE  ="sv, "a FITS"},
    {128, "DICM"sv, "a DICOM"}};

/// "a GIF"; empty where nobody knows.
std::string otherFormat(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Big};
    for (const auto& [at, magic, name] : kOtherFormats)
        if (file.has(at, magic))
            return name;
    const std::string_view text{reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 1024)};
    const bool xml = text.starts_with("<?xml") || text.starts_with("\xEF\xBB\xBF<?xml") || text.starts_with("<!--");
    return xml && text.find("<svg") != std::string_view::npos ? "an SVG" : "";
}

}

Result<PictureHeader> readPictureHeader(std::span<const std::byte> bytes, const std::string& name)
{
    const auto format = pictureFormat(bytes);
    if (bytes.empty())
        return fail(ErrorCode::Malformed, "cannot open " + name + ": the file is empty; choose another picture");
    const auto other = format ? std::string{} : otherFormat(bytes);
    if (!other.empty())
        return fail(ErrorCode::Unsupported,
            "cannot open " + name + ": it is " + other + " file, a format that is not read here; convert it to PNG or JPEG");
    if (!format)
        return fail(ErrorCode::Unsupported,
            "cannot open " + name + ": it is not a JPEG, PNG, WebP, GIF, BMP, TIFF, JPEG 2000 or PNM picture; convert it to one of these");
    constexpr HeaderResult (*kReaders[])(std::span<const std::byte>)
        = {readJpegHeader, readPngHeader, readWebpHeader, readBmpHeader, readTiffHeader, readJpeg2000Header, readPnmHeader,
            readGifHeader};
    auto header = kReaders[static_cast<int>(*format)](bytes);
    if (!header)
        return fail(header.error().code,
            "cannot open " + name + ": it " + header.error().message
                + (header.error().code == ErrorCode::Malformed ? "; fetch or save it again" : "; convert it to PNG"));
    if (header->width == 0 || header->height == 0)
        return fail(ErrorCode::Malformed, "cannot open " + name + ": it holds no picture; fetch or save it again");
    return header;
}

}
