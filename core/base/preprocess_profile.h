// core/base/preprocess_profile.h: how a picture becomes a network's input; chosen by the checkpoint, done by
// core/image.
#pragma once
#include "core/base/grid.h"
#include <array>
#include <string>
#include <vector>

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
    bool colourProfiles = true; ///< colours are converted from a picture's own ICC profile to sRGB
    bool stretch = false; ///< 16-bit values that stay far below their range are multiplied up to it
    int channels = 3; ///< the network reads: 1 makes pictures grey; more than 3 come as arrays or bands of a TIFF
    std::vector<float> moreMean{}, moreStd{}; ///< of the channels after the third, where they are stated
    std::vector<int> bands{}; ///< shown of several channels, from 0: one (grey) or three; none: the first three

    /// Of any channel; what is not stated is the average of the first three.
    float meanOf(std::size_t channel) const { return ofChannel(mean, moreMean, channel); }
    float stdOf(std::size_t channel) const { return ofChannel(std, moreStd, channel); }
    bool operator==(const PreprocessProfile&) const = default;

private:
    static float ofChannel(const std::array<float, 3>& three, const std::vector<float>& more, std::size_t channel)
    {
        if (channel < 3)
            return three[channel];
        return channel - 3 < more.size() ? more[channel - 3] : (three[0] + three[1] + three[2]) / 3;
    }
};

}
