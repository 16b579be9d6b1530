// core/image/preprocess.cpp
#include "core/image/preprocess.h"
#include "core/base/limits.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr int kLongestResizedSide = 1 << 20;
constexpr int kMostInputPixels = 1 << 26; ///< 8192 × 8192, 800 MB of input
constexpr std::int64_t kMostWork = 1'000'000'000; ///< pixels between the two passes; seconds

/// torchvision's Resize: the longer side is cut, not rounded.
GridSize resizedSize(const Image& picture, const PreprocessProfile& profile)
{
    if (profile.mode == ResizeMode::Squash)
        return profile.resizeTo;
    if (profile.mode == ResizeMode::Keep)
        return {picture.height(), picture.width()};
    const int shorter = std::min(picture.width(), picture.height());
    const int longer = std::max(picture.width(), picture.height());
    const auto other = static_cast<int>(
        std::min<std::int64_t>(std::int64_t{profile.resize} * longer / shorter, kLongestResizedSide));
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

/// The picture resized to `size` and cropped, black where the crop reaches past it. Only what the crop reads is
/// resampled: a thin picture's longer side may become a million pixels.
Image resizedAndCropped(const Image& picture, GridSize size, Cell start, const PreprocessProfile& profile)
{
    const Cell corner{std::max(0, start.row), std::max(0, start.column)};
    const GridSize part{std::min(size.rows, start.row + profile.crop.rows) - corner.row,
        std::min(size.columns, start.column + profile.crop.columns) - corner.column};
    Image seen = resizePart(picture, size, corner, part, profile.filter);
    if (part == profile.crop)
        return seen;
    Image padded{profile.crop.columns, profile.crop.rows, picture.channels()};
    for (int y = 0; y < part.rows; ++y)
        std::copy_n(
            seen.row(y), seen.bytesPerRow(), padded.pixel(corner.column - start.column, corner.row - start.row + y));
    return padded;
}

/// Pillow's luma of ITU-R 601, in all three channels.
void makeGrey(Image& pixels)
{
    const std::size_t count = static_cast<std::size_t>(pixels.width()) * pixels.height();
    for (std::size_t i = 0; i < count; ++i) {
        auto* p = pixels.data() + 3 * i;
        const auto luma = (p[0] * 19595U + p[1] * 38470U + p[2] * 7471U + 0x8000U) >> 16U;
        std::fill_n(p, 3, static_cast<std::uint8_t>(luma));
    }
}

/// ToTensor and Normalize in torchvision's order of float operations, [1, 3 or 1, H, W].
NdArray normalise(const Image& pixels, const PreprocessProfile& profile)
{
    const bool usual = profile.scale == PreprocessProfile{}.scale; // divided, as torchvision does, not multiplied
    const std::size_t plane = static_cast<std::size_t>(pixels.width()) * pixels.height();
    const auto channels = static_cast<std::size_t>(profile.channels);
    NdArray tensor{{1, profile.channels, pixels.height(), pixels.width()}, std::vector<float>(channels * plane)};
    for (std::size_t c = 0; c < channels; ++c) {
        std::array<float, 256> table{};
        for (std::size_t v = 0; v < table.size(); ++v) {
            const auto value = static_cast<float>(v);
            table[v] = ((usual ? value / 255.0F : value * profile.scale) - profile.mean[c]) / profile.std[c];
        }
        for (std::size_t i = 0; i < plane; ++i)
            tensor.values[c * plane + i] = table[pixels.data()[i * 3 + c]];
    }
    return tensor;
}

Image unnormalise(const NdArray& tensor, const PreprocessProfile& profile)
{
    Image pixels{static_cast<int>(tensor.dim(3)), static_cast<int>(tensor.dim(2))};
    const std::size_t plane = static_cast<std::size_t>(pixels.width()) * pixels.height();
    const auto held = static_cast<std::size_t>(tensor.dim(1));
    for (std::size_t c = 0; c < 3; ++c) {
        const std::size_t from = held < 3 ? 0 : c;
        for (std::size_t i = 0; i < plane; ++i) {
            const float value = (tensor.values[from * plane + i] * profile.std[from] + profile.mean[from]) / profile.scale;
            pixels.data()[i * 3 + c] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
        }
    }
    return pixels;
}

bool usable(const PreprocessProfile& profile)
{
    const auto sensible = [](GridSize s) {
        return std::clamp(s.rows, 1, kLongestSide) == s.rows && std::clamp(s.columns, 1, kLongestSide) == s.columns;
    };
    const bool scaled = std::isfinite(profile.scale) && profile.scale > 0;
    const bool spread = std::ranges::all_of(profile.std, [](float s) { return std::isfinite(s) && s > 0; });
    const bool sized
        = profile.mode == ResizeMode::Squash ? sensible(profile.resizeTo) : sensible({profile.resize, profile.resize});
    return sized && scaled && sensible(profile.crop) && profile.crop.count() <= kMostInputPixels && spread;
}

}

Result<NetworkInput> preprocess(const Image& picture, const PreprocessProfile& profile)
{
    if (picture.empty() || picture.channels() != 3)
        return fail(ErrorCode::InvalidOption, "there is no picture to prepare; open one first");
    if (!usable(profile))
        return fail(ErrorCode::InvalidOption,
            "the preprocessing profile \"" + profile.name
                + "\" has sizes outside 1 … 16384, a crop of more than 8192 × 8192 pixels or a standard deviation "
                  "that is not positive; correct it");
    if (std::int64_t{picture.height()} * profile.crop.columns > kMostWork)
        return fail(ErrorCode::InvalidOption,
            "a picture of " + std::to_string(picture.width()) + " × " + std::to_string(picture.height())
                + " pixels is too long for the preprocessing profile \"" + profile.name + "\"; cut it first");
    if (profile.channels != 1 && profile.channels != 3)
        return fail(ErrorCode::InvalidOption,
            "the network reads " + std::to_string(profile.channels)
                + " channels, which a picture has not; give them as an .npy of [1, " + std::to_string(profile.channels)
                + ", height, width]");
    const GridSize size = resizedSize(picture, profile);
    const Cell start{cropStart(size.rows, profile.crop.rows), cropStart(size.columns, profile.crop.columns)};
    NetworkInput input;
    input.pixels = resizedAndCropped(picture, size, start, profile);
    if (profile.channels == 1)
        makeGrey(input.pixels);
    input.tensor = normalise(input.pixels, profile);
    input.geometry = {{picture.height(), picture.width()}, profile.crop,
        static_cast<double>(size.columns) / picture.width(), static_cast<double>(size.rows) / picture.height(),
        static_cast<double>(start.column), static_cast<double>(start.row)};
    return input;
}

Result<NetworkInput> fromTensor(NdArray tensor, const PreprocessProfile& profile)
{
    const auto sensible = [](std::int64_t side) { return side >= 1 && side <= kLongestSide; };
    if (profile.channels == 1 && tensor.shape.size() == 4 && tensor.dim(0) == 1 && tensor.dim(1) == 3
        && tensor.values.size() % 3 == 0) {
        tensor.values.resize(tensor.values.size() / 3);
        tensor.shape[1] = 1;
    }
    if (tensor.shape.size() != 4 || tensor.dim(0) != 1 || tensor.dim(1) != profile.channels || !sensible(tensor.dim(2))
        || !sensible(tensor.dim(3))
        || tensor.values.size() != static_cast<std::size_t>(profile.channels * tensor.dim(2) * tensor.dim(3)))
        return fail(ErrorCode::Malformed,
            "the input tensor is not of the shape [1, " + std::to_string(profile.channels)
                + ", height, width]; save it in that shape");
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
