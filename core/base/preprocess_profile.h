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
};

enum class Filter { Nearest, Bilinear, Bicubic, Lanczos, Box }; ///< as Pillow, antialiased when shrinking

/// Sizes in pixels; `mean` and `std` on values scaled to [0, 1].
struct PreprocessProfile {
    std::string name; ///< "timm ViT 224", "google ViT", or the file it was read from
    ResizeMode mode = ResizeMode::Shorter;
    int resize = 248; ///< Shorter: the shorter side
    GridSize resizeTo{224, 224}; ///< Squash: rows × columns
    GridSize crop{224, 224}; ///< what the network receives; centre of the resized picture
    Filter filter = Filter::Bicubic;
    std::array<float, 3> mean{0.5F, 0.5F, 0.5F};
    std::array<float, 3> std{0.5F, 0.5F, 0.5F};

    bool operator==(const PreprocessProfile&) const = default;
};

}
