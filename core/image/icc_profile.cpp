// core/image/icc_profile.cpp
#include "core/image/icc_profile.h"
#include "core/base/byte_reader.h"
#include "core/image/tiff_directory.h"
#include <algorithm>
#include <map>
#include <zlib.h>

namespace patchlight
{
namespace
{

using Bytes = std::vector<std::byte>;
constexpr std::uint64_t kMostBytes = std::uint64_t{16} << 20;

void append(Bytes& to, std::span<const std::byte> more)
{
    to.insert(to.end(), more.begin(), more.end());
}

/// ICC.1, annex B.4: parts numbered from 1, in segments before the pixels.
Bytes fromJpeg(const ByteReader& file)
{
    constexpr std::uint64_t kApp2 = 0xFFE2, kStartOfScan = 0xFFDA;
    constexpr std::string_view kMark{"ICC_PROFILE\0", 12};
    std::map<std::uint64_t, std::span<const std::byte>> parts;
    std::uint64_t count = 0;
    for (std::uint64_t at = 2;;) {
        const auto marker = file.number(at, 2), length = file.number(at + 2, 2);
        if (!marker || !length || *marker < 0xFF00 || *marker == kStartOfScan || *length < 2)
            break;
        if (*marker == kApp2 && *length > 16 && file.has(at + 4, kMark)) {
            parts.emplace(file.number(at + 16, 1).value_or(0), file.part(at + 18, *length - 16));
            count = file.number(at + 17, 1).value_or(0);
        }
        at += 2 + *length;
    }
    if (parts.empty() || parts.size() != count || parts.begin()->first != 1 || parts.rbegin()->first != count)
        return {};
    Bytes profile;
    for (const auto& [number, part] : parts)
        append(profile, part);
    return profile;
}

Bytes inflated(std::span<const std::byte> packed)
{
    Bytes profile;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::uint64_t>(packed.size(), kMostBytes));
    int state = Z_OK;
    while (state == Z_OK && profile.size() < kMostBytes) {
        Bytes piece(1 << 16);
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        append(profile, std::span{piece}.first(piece.size() - stream.avail_out));
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END ? profile : Bytes{};
}

/// Name, its end, a byte for the method, the packed profile.
Bytes fromPng(const ByteReader& file)
{
    for (std::uint64_t at = 8; file.holds(at, 12);) {
        const auto length = file.number(at, 4).value_or(0);
        if (file.has(at + 4, "IDAT"))
            break;
        if (file.has(at + 4, "iCCP")) {
            const auto data = file.part(at + 8, length);
            const auto name = std::find(data.begin(), data.end(), std::byte{0});
            return data.end() - name > 2 ? inflated({name + 2, data.end()}) : Bytes{};
        }
        at += length + 12;
    }
    return {};
}

Bytes fromWebp(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Little};
    for (std::uint64_t at = 12; file.holds(at, 8);) {
        const auto length = file.number(at + 4, 4).value_or(0);
        if (file.has(at, "ICCP")) {
            const auto data = file.part(at + 8, length);
            return {data.begin(), data.end()};
        }
        at += 8 + length + (length & 1);
    }
    return {};
}

Bytes fromTiff(std::span<const std::byte> bytes)
{
    constexpr int kProfileTag = 34675;
    const auto directory = TiffDirectory::open(bytes);
    const auto entry = directory ? directory->entry(kProfileTag) : std::nullopt;
    if (!entry || entry->width != 1)
        return {};
    const auto data = ByteReader{bytes, ByteReader::Order::Big}.part(entry->data, entry->count);
    return data.size() == entry->count ? Bytes{data.begin(), data.end()} : Bytes{};
}

}

std::vector<std::byte> embeddedProfile(std::span<const std::byte> file, PictureFormat format)
{
    Bytes profile;
    if (format == PictureFormat::Jpeg)
        profile = fromJpeg({file, ByteReader::Order::Big});
    else if (format == PictureFormat::Png)
        profile = fromPng({file, ByteReader::Order::Big});
    else if (format == PictureFormat::WebP)
        profile = fromWebp(file);
    else if (format == PictureFormat::Tiff)
        profile = fromTiff(file);
    return profile.size() <= kMostBytes ? profile : Bytes{};
}

}
