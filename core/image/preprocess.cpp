// core/image/preprocess.cpp
#include "core/image/preprocess.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr int kLongestSide = 1 << 20;

/// torchvision's Resize: the longer side is cut, not rounded.
GridSize resizedSize(const Image& picture, const PreprocessProfile& profile)
{
    if (profile.mode == ResizeMode::Squash)
        return profile.resizeTo;
    const int shorter = std::min(picture.width(), picture.height());
    const int longer = std::max(picture.width(), picture.height());
    const auto other
        = static_cast<int>(std::min<std::int64_t>(std::int64_t{profile.resize} * longer / shorter, kLongestSide));
    return picture.width() <= picture.height() ? GridSize{other, profile.resize} : GridSize{profile.resize, other};
}

/// torchvision's center_crop along one axis: where the crop starts in the resized picture. Half pixels go to the even
/// neighbour (Python's round); where the picture is smaller, the larger half of the padding goes to the far side.
int cropStart(int size, int crop)
{
    if (crop > size)
        return -((crop - size) / 2);
    const int rest = size - crop;
    return rest / 2 + (rest % 2 != 0 && (rest / 2) % 2 != 0 ? 1 : 0);
}

/// Black where the crop reaches past the picture.
Image cropPicture(const Image& image, int left, int top, GridSize size)
{
    Image result{size.columns, size.rows, image.channels()};
    const int from = std::max(0, -left);
    const int to = std::min(size.columns, image.width() - left);
    for (int y = std::max(0, -top); y < std::min(size.rows, image.height() - top); ++y) {
        const std::uint8_t* row = image.pixel(left + from, top + y);
        std::copy_n(row, static_cast<std::size_t>(to - from) * image.channels(), result.pixel(from, y));
    }
    return result;
}

/// ToTensor and Normalize in torchvision's order of float operations, [1, 3, H, W].
NdArray normalise(const Image& pixels, const PreprocessProfile& profile)
{
    const std::size_t plane = static_cast<std::size_t>(pixels.width()) * pixels.height();
    NdArray tensor{{1, 3, pixels.height(), pixels.width()}, std::vector<float>(3 * plane)};
    for (std::size_t c = 0; c < 3; ++c) {
        std::array<float, 256> table{};
        for (std::size_t v = 0; v < table.size(); ++v)
            table[v] = (static_cast<float>(v) / 255.0F - profile.mean[c]) / profile.std[c];
        for (std::size_t i = 0; i < plane; ++i)
            tensor.values[c * plane + i] = table[pixels.data()[i * 3 + c]];
    }
    return tensor;
}

Image unnormalise(const NdArray& tensor, const PreprocessProfile& profile)
{
    Image pixels{static_cast<int>(tensor.dim(3)), static_cast<int>(tensor.dim(2))};
    const std::size_t plane = static_cast<std::size_t>(pixels.width()) * pixels.height();
    for (std::size_t c = 0; c < 3; ++c) {
        for (std::size_t i = 0; i < plane; ++i) {
            const float value = (tensor.values[c * plane + i] * profile.std[c] + profile.mean[c]) * 255.0F;
            pixels.data()[i * 3 + c] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
        }
    }
    return pixels;
}

bool usable(const PreprocessProfile& profile)
{
    const auto sensible = [](GridSize s) {
        return std::clamp(s.rows, 1, 16384) == s.rows && std::clamp(s.columns, 1, 16384) == s.columns;
    };
    const bool spread = std::ranges::all_of(profile.std, [](float s) { return std::isfinite(s) && s > 0; });
    const bool sized
        = profile.mode == ResizeMode::Squash ? sensible(profile.resizeTo) : sensible({profile.resize, profile.resize});
    return sized && sensible(profile.crop) && spread;
}

}

Result<NetworkInput> preprocess(const Image& picture, const PreprocessProfile& profile)
{
    if (picture.empty() || picture.channels() != 3)
        return fail(ErrorCode::InvalidOption, "there is no picture to prepare; open one first");
    if (!usable(profile))
        return fail(ErrorCode::InvalidOption,
            "the preprocessing profile \"" + profile.name
                + "\" has sizes outside 1 … 16384 or a standard deviation that is not positive; correct it");
    const GridSize size = resizedSize(picture, profile);
    const Image resized = resizePicture(picture, size.columns, size.rows, profile.filter);
    const int left = cropStart(size.columns, profile.crop.columns);
    const int top = cropStart(size.rows, profile.crop.rows);
    NetworkInput input;
    input.pixels = cropPicture(resized, left, top, profile.crop);
    input.tensor = normalise(input.pixels, profile);
    input.geometry
        = {{picture.height(), picture.width()}, profile.crop, static_cast<double>(size.columns) / picture.width(),
            static_cast<double>(size.rows) / picture.height(), static_cast<double>(left), static_cast<double>(top)};
    return input;
}

Result<NetworkInput> fromTensor(NdArray tensor, const PreprocessProfile& profile)
{
    const auto sensible = [](std::int64_t side) { return side >= 1 && side <= 16384; };
    if (tensor.shape.size() != 4 || tensor.dim(0) != 1 || tensor.dim(1) != 3 || !sensible(tensor.dim(2))
        || !sensible(tensor.dim(3))
        || tensor.values.size() != static_cast<std::size_t>(3 * tensor.dim(2) * tensor.dim(3)))
        return fail(
            ErrorCode::Malformed, "the input tensor is not of the shape [1, 3, height, width]; save it in that shape");
    if (!std::ranges::all_of(tensor.values, [](float v) { return std::isfinite(v); }))
        return fail(
            ErrorCode::Malformed, "the input tensor holds values that are not finite; save it again without them");
    NetworkInput input;
    input.pixels = unnormalise(tensor, profile);
    input.geometry = InputGeometry::identity({static_cast<int>(tensor.dim(2)), static_cast<int>(tensor.dim(3))});
    input.tensor = std::move(tensor);
    return input;
}

}
