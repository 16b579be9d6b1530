// core/image/gif_blocks.h: where things lie in a GIF (CompuServe, "GIF89a Specification", 1990).
#pragma once
#include "core/base/byte_reader.h"
#include <optional>

namespace patchlight
{

struct GifFrame {
    std::uint64_t left = 0, top = 0, width = 0, height = 0; ///< on the screen
    bool interlaced = false;
    std::uint64_t palette = 0, colours = 0; ///< offset and length of its table of colours; none where 0
    std::optional<unsigned> transparent; ///< its colour's number
    std::uint64_t data = 0; ///< offset of the byte that says how wide the first codes are
    bool another = false; ///< a second frame follows
};

/// The first frame; nothing where the file breaks off or breaks its rules before that.
std::optional<GifFrame> firstGifFrame(const ByteReader& file);
/// Behind a chain of blocks that begins at `at`; nothing where it breaks off.
std::optional<std::uint64_t> behindGifBlocks(const ByteReader& file, std::uint64_t at);

}
