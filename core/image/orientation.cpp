// core/image/orientation.cpp
#include "core/image/orientation.h"
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

/// How the upright picture finds its pixels in the stored one: first swap the axes, then mirror.
struct Turn {
    bool swapAxes, mirrorX, mirrorY; ///< mirrors count in the stored picture
};
constexpr std::array<Turn, 9> kTurns{{
    {}, {false, false, false}, {false, true, false}, // 2: mirrored
    {false, true, true}, // 3: half a turn
    {false, false, true}, // 4: upside down
    {true, false, false}, // 5: transposed
    {true, false, true}, // 6: a quarter turn clockwise makes it upright
    {true, true, true}, // 7: transversed
    {true, true, false}, // 8: a quarter turn counter-clockwise makes it upright
}};

}

Image upright(Image image, int orientation)
{
    if (orientation < 2 || orientation > 8)
        return image;
    const Turn turn = kTurns[static_cast<std::size_t>(orientation)];
    const int width = turn.swapAxes ? image.height() : image.width();
    const int height = turn.swapAxes ? image.width() : image.height();
    Image result{width, height, image.channels()};
    const auto copy = [&](int x, int y) {
        const int storedX = turn.swapAxes ? y : x;
        const int storedY = turn.swapAxes ? x : y;
        const auto* from = image.pixel(turn.mirrorX ? image.width() - 1 - storedX : storedX,
            turn.mirrorY ? image.height() - 1 - storedY : storedY);
        std::copy_n(from, image.channels(), result.pixel(x, y));
    };
    constexpr int kBlock = 64; // rows of one are columns of the other: small squares stay in the cache
    for (int top = 0; top < height; top += kBlock)
        for (int left = 0; left < width; left += kBlock)
            for (int y = top; y < std::min(top + kBlock, height); ++y)
                for (int x = left; x < std::min(left + kBlock, width); ++x)
                    copy(x, y);
    return result;
}

}
