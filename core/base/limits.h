// core/base/limits.h: how large a network or its input may be. Files are untrusted: the limits keep a lie from asking
// for terabytes, and products of two sides within an int.
#pragma once

namespace patchlight
{

inline constexpr int kMostBlocks = 512; ///< of one stage
inline constexpr int kLongestSide = 16384; ///< pixels of a network's input, or of what a picture is resized to

}
