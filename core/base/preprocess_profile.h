// core/base/preprocess_profile.h: how a picture becomes a network's input; chosen by the checkpoint, done by
// core/image.
#pragma once
#include "core/base/grid.h"
#include <array>
#include <string>

namespace patchlight
{

enum class ResizeMode {
    Shorter, ///< the shorter side to `resize`, the other in proportion, then a centre crop
    Squash, ///< both sides to `resizeTo`, proportions given up
    Keep, ///< not resized; the centre is cropped
    Longest, ///< as large as fits into `resizeTo`, in proportion and rounded; black around it up to `crop` (OpenCLIP)
    Patches, ///< proportions kept, both sides whole patches, as large as `mostPatches` of them allow (NaFlex)
};

enum class Filter { Nearest, Bilinear, Bicubic, Lanczos, Box }; ///< as Pillow, antialiased when shrinking

/// Sizes in pixels; `mean` and `std` on values that were multiplied by `scale`.
struct PreprocessProfile {
    std::string name; ///< "timm ViT 224", "google ViT", or the file it was read from
    ResizeMode mode = ResizeMode::Shorter;
    int resize = 248; ///< Shorter: the shorter side
    GridSize resizeTo{224, 224}; ///< Squash, Longest: rows × columns
    GridSize crop{224, 224}; ///< what the network receives; centre of the resized picture. Patches: of a square picture
    int patch = 16, mostPatches = 256; ///< Patches: side of one
    bool inFloat = false; ///< resized after scaling, never rounded to 8 bits (DINOv3's processor)
    Filter filter = Filter::Bicubic;
    float scale = 1.0F / 255.0F; ///< what a pixel's 0 … 255 is multiplied by before the mean is taken off
    std::array<float, 3> mean{0.5F, 0.5F, 0.5F};
    std::array<float, 3> std{0.5F, 0.5F, 0.5F};
    bool stretch = false; ///< 16-bit values that stay far below their range are multiplied up to it
    int channels = 3; ///< the network reads: 1 makes pictures grey; more than 3 come only as arrays

    bool operator==(const PreprocessProfile&) const = default;
};

}
