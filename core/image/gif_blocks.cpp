// core/image/gif_blocks.cpp
#include "core/image/gif_blocks.h"
#include "core/image/picture_header.h"

namespace patchlight
{
namespace
{

constexpr std::uint64_t kExtension = 0x21, kImage = 0x2C, kGraphicControl = 0xF9;

std::uint64_t coloursOf(std::uint64_t flags)
{
    return (flags & 0x80) != 0 ? std::uint64_t{2} << (flags & 7) : 0;
}

/// The image descriptor at `at`; the screen's table stands unless it has its own.
GifFrame readFrame(const ByteReader& file, std::uint64_t at, GifFrame frame)
{
    frame.left = file.number(at + 1, 2).value_or(0);
    frame.top = file.number(at + 3, 2).value_or(0);
    frame.width = file.number(at + 5, 2).value_or(0);
    frame.height = file.number(at + 7, 2).value_or(0);
    const auto flags = file.number(at + 9, 1).value_or(0);
    frame.interlaced = (flags & 0x40) != 0;
    frame.data = at + 10;
    if (const auto colours = coloursOf(flags); colours > 0) {
        frame.palette = at + 10;
        frame.colours = colours;
        frame.data += 3 * colours;
    }
    return frame;
}

}

std::optional<std::uint64_t> behindGifBlocks(const ByteReader& file, std::uint64_t at)
{
    for (;;) {
        const auto length = file.number(at, 1);
        if (!length)
            return std::nullopt;
        at += 1 + *length;
        if (*length == 0)
            return at;
    }
}

std::optional<GifFrame> firstGifFrame(const ByteReader& file)
{
    GifFrame frame;
    frame.colours = coloursOf(file.number(10, 1).value_or(0));
    frame.palette = frame.colours > 0 ? 13 : 0;
    bool found = false;
    for (std::uint64_t at = 13 + 3 * frame.colours;;) {
        const auto kind = file.number(at, 1);
        if (kind == kImage && found) {
            frame.another = true;
            return frame;
        }
        if (kind == kExtension && file.number(at + 1, 1) == kGraphicControl && !found
            && (file.number(at + 3, 1).value_or(0) & 1) != 0)
            frame.transparent = static_cast<unsigned>(file.number(at + 6, 1).value_or(0));
        if (kind == kImage) {
            frame = readFrame(file, at, frame);
            found = true;
        } else if (kind != kExtension) {
            return found ? std::optional{frame} : std::nullopt; // the trailer, which some programs leave out
        }
        const auto next = behindGifBlocks(file, kind == kImage ? frame.data + 1 : at + 2);
        if (!next)
            return std::nullopt;
        at = *next;
    }
}

HeaderResult readGifHeader(std::span<const std::byte> bytes)
{
    const ByteReader file{bytes, ByteReader::Order::Little};
    PictureHeader header{.format = PictureFormat::Gif};
    header.width = file.number(6, 2).value_or(0);
    header.height = file.number(8, 2).value_or(0);
    const auto frame = firstGifFrame(file);
    if (!frame)
        return fail(ErrorCode::Malformed, "is truncated: the end of its first frame is missing");
    header.alpha = frame->transparent.has_value();
    if (frame->another)
        header.note = "it is an animation; its first frame is taken";
    return header;
}

}
