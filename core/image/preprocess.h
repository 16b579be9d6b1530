// core/image/preprocess.h: picture → the exact tensor a network receives, as Pillow + torchvision make it.
#pragma once
#include "core/base/image.h"
#include "core/base/nd_array.h"
#include "core/base/preprocess_profile.h"
#include "core/base/result.h"
#include "core/image/input_geometry.h"

namespace patchlight
{

/// Pillow's resampling, bit for bit: separable, antialiased when shrinking, rounded to 8 bits between the passes.
Image resizePicture(const Image& image, int width, int height, Filter filter);
/// The `part` from `corner` on of what resizePicture makes of `size`, without making the rest. Memory: the part, times
/// four when enlarging; no more for the longest picture.
Image resizePart(const Image& image, GridSize size, Cell corner, GridSize part, Filter filter);

/// The same of values that are never rounded to 8 bits, as torch resizes: part.rows × part.columns × channels, 0 … 255.
std::vector<float> resizePartInFloat(
    const Image& image, GridSize size, Cell corner, GridSize part, Filter filter);

struct NetworkInput {
    NdArray tensor; ///< [1, 3, H, W], normalised
    Image pixels; ///< the same before normalisation, in 8 bits, H × W: "what the network saw"
    InputGeometry geometry;
};

/// Errors: InvalidOption (a profile with an empty size or a huge one; a picture far too long for it).
Result<NetworkInput> preprocess(const Image& picture, const PreprocessProfile& profile);
/// Cuts off the last rows and columns that make no whole patch of so many pixels, as a ViT's patch embedding does; an
/// input smaller than a patch stays. True where there were any.
bool cutToPatches(NetworkInput& input, int patch);
/// An already preprocessed [1, 3, H, W]; its pixels are un-normalised by the profile for showing.
/// Errors: Malformed (wrong shape, NaN).
/// A network of one channel takes the first of three.
Result<NetworkInput> fromTensor(NdArray tensor, const PreprocessProfile& profile);

}
