// core/image/tiff_deflate.h: the checksum at the end of a deflated strip, which decoders stop reading before.
#pragma once
#include "core/image/tiff_directory.h"
#include <cstddef>
#include <cstdint>
#include <span>

namespace patchlight
{

/// False where the bytes of a zlib stream do not agree with themselves. A stream without an end is not judged: decoders
/// say when rows are missing. @param most  bytes that the strip can have; no more are unpacked. Memory: 64 KiB.
bool deflatedDataHolds(std::span<const std::byte> packed, std::uint64_t most);
/// The same of every strip or tile of a page; true where they are packed in another way. @param most  bytes of one.
bool deflatedPiecesHold(std::span<const std::byte> bytes, const TiffDirectory& page, std::uint64_t most);

}
