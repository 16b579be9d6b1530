// core/image/picture_header.cpp
#include "core/image/picture_header.h"
#include "core/base/byte_reader.h"

namespace patchlight
{

std::optional<PictureFormat> pictureFormat(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Big};
    if (file.has(0, "\xFF\xD8\xFF"))
        return PictureFormat::Jpeg;
    if (file.has(0, "\x89PNG\r\n\x1A\n"))
        return PictureFormat::Png;
    if (file.has(0, "RIFF") && file.has(8, "WEBP"))
        return PictureFormat::WebP;
    if (file.has(0, "BM"))
        return PictureFormat::Bmp;
    for (const std::string_view magic : {std::string_view{"II\x2A\0", 4}, std::string_view{"MM\0\x2A", 4},
             std::string_view{"II\x2B\0", 4}, std::string_view{"MM\0\x2B", 4}}) {
        if (file.has(0, magic))
            return PictureFormat::Tiff;
    }
    return std::nullopt;
}

Result<PictureHeader> readPictureHeader(std::span<const std::byte> bytes, const std::string& name)
{
    const auto format = pictureFormat(bytes);
    if (bytes.empty())
        return fail(ErrorCode::Malformed, "cannot open " + name + ": the file is empty; choose another picture");
    if (!format)
        return fail(ErrorCode::Unsupported,
            "cannot open " + name + ": it is not a JPEG, PNG, WebP, BMP or TIFF picture; convert it to one of these");
    constexpr HeaderResult (*kReaders[])(std::span<const std::byte>)
        = {readJpegHeader, readPngHeader, readWebpHeader, readBmpHeader, readTiffHeader};
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
