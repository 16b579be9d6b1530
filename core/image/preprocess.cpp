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
GridSize withShorterSide(const Image& picture, int shorterSide)
{
    const int shorter = std::min(picture.width(), picture.height());
    const int longer = std::max(picture.width(), picture.height());
    const auto other = static_cast<int>(
        std::min<std::int64_t>(std::int64_t{shorterSide} * longer / shorter, kLongestResizedSide));
    return picture.width() <= picture.height() ? GridSize{other, shorterSide} : GridSize{shorterSide, other};
}

/// OpenCLIP's ResizeKeepRatio (open_clip/transform.py, longest = 1); halves go to the even neighbour, as in Python.
GridSize fittingInto(GridSize box, const Image& picture)
{
    const double ratio = std::max(static_cast<double>(picture.height()) / box.rows,
        static_cast<double>(picture.width()) / box.columns);
    const auto side = [&](int pixels) { return std::max(1, static_cast<int>(std::nearbyint(pixels / ratio))); };
    return {side(picture.height()), side(picture.width())};
}

/// The largest scale, found by halving, at which both sides, rounded up to whole patches, keep within their number:
/// transformers, image_processing_siglip2.py, get_image_size_for_max_num_patches.
GridSize inWholePatches(const Image& picture, const PreprocessProfile& profile)
{
    constexpr double kEps = 1e-5;
    const auto patches
        = [&](double scale, int pixels) { return std::max(std::ceil(pixels * scale / profile.patch), 1.0); };
    double least = kEps / 10, most = 100;
    while (most - least >= kEps) {
        const double scale = (least + most) / 2;
        const bool fits = patches(scale, picture.height()) * patches(scale, picture.width()) <= profile.mostPatches;
        (fits ? least : most) = scale;
    }
    return {static_cast<int>(patches(least, picture.height())) * profile.patch,
        static_cast<int>(patches(least, picture.width())) * profile.patch};
}

GridSize resizedSize(const Image& picture, const PreprocessProfile& profile)
{
    switch (profile.mode) {
    case ResizeMode::Squash:
        return profile.resizeTo;
    case ResizeMode::Keep:
        return {picture.height(), picture.width()};
    case ResizeMode::Longest:
        return fittingInto(profile.resizeTo, picture);
    case ResizeMode::Patches:
        return inWholePatches(picture, profile);
    case ResizeMode::Shorter:
        break;
    }
    return withShorterSide(picture, profile.resize);
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

/// Where the network's input lies in the resized picture; it may reach past it.
struct Crop {
    GridSize resized; ///< the picture's size before cropping
    Cell start;
    GridSize size;

    bool inside() const
    {
        return start.row >= 0 && start.column >= 0 && start.row + size.rows <= resized.rows
            && start.column + size.columns <= resized.columns;
    }
};

Crop cropOf(const Image& picture, const PreprocessProfile& profile)
{
    const GridSize size = resizedSize(picture, profile);
    if (profile.mode == ResizeMode::Patches)
        return {size, {0, 0}, size};
    return {size, {cropStart(size.rows, profile.crop.rows), cropStart(size.columns, profile.crop.columns)}, profile.crop};
}

/// The picture resized and cropped, black where the crop reaches past it. Only what the crop reads is resampled: a thin
/// picture's longer side may become a million pixels.
Image resizedAndCropped(const Image& picture, const Crop& crop, Filter filter)
{
    const auto& [size, start, wanted] = crop;
    const Cell corner{std::max(0, start.row), std::max(0, start.column)};
    const GridSize part{std::min(size.rows, start.row + wanted.rows) - corner.row,
        std::min(size.columns, start.column + wanted.columns) - corner.column};
    Image seen = resizePart(picture, size, corner, part, filter);
    if (part == wanted)
        return seen;
    Image padded{wanted.columns, wanted.rows, picture.channels()};
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

/// A pixel's 0 … 255 as the network receives it, in torchvision's order of float operations.
float normalised(float value, const PreprocessProfile& profile, std::size_t channel)
{
    const bool usual = profile.scale == PreprocessProfile{}.scale; // divided, as torchvision does, not multiplied
    return ((usual ? value / 255.0F : value * profile.scale) - profile.mean[channel]) / profile.std[channel];
}

/// ToTensor and Normalize, [1, 3 or 1, H, W].
NdArray normalise(const Image& pixels, const PreprocessProfile& profile)
{
    const std::size_t plane = static_cast<std::size_t>(pixels.width()) * pixels.height();
    const auto channels = static_cast<std::size_t>(profile.channels);
    NdArray tensor{{1, profile.channels, pixels.height(), pixels.width()}, std::vector<float>(channels * plane)};
    for (std::size_t c = 0; c < channels; ++c) {
        std::array<float, 256> table{};
        for (std::size_t v = 0; v < table.size(); ++v)
            table[v] = normalised(static_cast<float>(v), profile, c);
        for (std::size_t i = 0; i < plane; ++i)
            tensor.values[c * plane + i] = table[pixels.data()[i * 3 + c]];
    }
    return tensor;
}

/// The same of a crop that lies inside the picture and was never rounded to 8 bits.
void resizeInFloat(const Image& picture, const Crop& crop, const PreprocessProfile& profile, NetworkInput& input)
{
    const auto values = resizePartInFloat(picture, crop.resized, crop.start, crop.size, profile.filter);
    const auto plane = static_cast<std::size_t>(crop.size.count());
    input.tensor = {{1, 3, crop.size.rows, crop.size.columns}, std::vector<float>(3 * plane)};
    input.pixels = Image{crop.size.columns, crop.size.rows};
    for (std::size_t i = 0; i < plane; ++i)
        for (std::size_t c = 0; c < 3; ++c) {
            const float value = values[3 * i + c];
            input.tensor.values[c * plane + i] = normalised(value, profile, c);
            input.pixels.data()[3 * i + c] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
        }
}

Image unnormalise(const NdArray& tensor, const PreprocessProfile& profile)
{
    Image pixels{static_cast<int>(tensor.dim(3)), static_cast<int>(tensor.dim(2))};
    const std::size_t plane = static_cast<std::size_t>(pixels.width()) * pixels.height();
    const auto held = static_cast<std::size_t>(tensor.dim(1));
    const auto shown = [&](std::size_t channel) -> std::size_t {
        if (held < 3 || profile.bands.empty())
            return held < 3 ? 0 : channel;
        return static_cast<std::size_t>(profile.bands[profile.bands.size() == 3 ? channel : 0]);
    };
    for (std::size_t c = 0; c < 3; ++c) {
        const std::size_t from = shown(c);
        for (std::size_t i = 0; i < plane; ++i) {
            const float value
                = (tensor.values[from * plane + i] * profile.stdOf(from) + profile.meanOf(from)) / profile.scale;
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
    const bool inBox = profile.mode == ResizeMode::Squash || profile.mode == ResizeMode::Longest;
    const bool inPatches = profile.patch >= 1 && profile.patch <= kLongestSide && profile.mostPatches >= 1
        && std::int64_t{profile.patch} * profile.patch * profile.mostPatches <= kMostInputPixels;
    const bool sized = profile.mode == ResizeMode::Patches ? inPatches
        : inBox                                            ? sensible(profile.resizeTo)
                                                           : sensible({profile.resize, profile.resize});
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
    if (profile.channels != 1 && profile.channels != 3)
        return fail(ErrorCode::InvalidOption,
            "the network reads " + std::to_string(profile.channels)
                + " channels, which a picture has not; give them as bands of a TIFF, or as an .npy of [1, "
                + std::to_string(profile.channels) + ", height, width]");
    const Crop crop = cropOf(picture, profile);
    if (std::int64_t{picture.height()} * crop.size.columns > kMostWork)
        return fail(ErrorCode::InvalidOption,
            "a picture of " + std::to_string(picture.width()) + " × " + std::to_string(picture.height())
                + " pixels is too long for the preprocessing profile \"" + profile.name + "\"; cut it first");
    NetworkInput input;
    if (profile.inFloat && profile.channels == 3 && crop.inside()) {
        resizeInFloat(picture, crop, profile, input);
    } else {
        input.pixels = resizedAndCropped(picture, crop, profile.filter);
        if (profile.channels == 1)
            makeGrey(input.pixels);
        input.tensor = normalise(input.pixels, profile);
    }
    input.geometry = {{picture.height(), picture.width()}, crop.size,
        static_cast<double>(crop.resized.columns) / picture.width(),
        static_cast<double>(crop.resized.rows) / picture.height(), static_cast<double>(crop.start.column),
        static_cast<double>(crop.start.row)};
    return input;
}

bool cutToPatches(NetworkInput& input, int patch)
{
    const GridSize had = input.geometry.input();
    const GridSize size{had.rows / std::max(patch, 1) * patch, had.columns / std::max(patch, 1) * patch};
    if (size == had || size.count() == 0)
        return false;
    NdArray tensor{{1, input.tensor.dim(1), size.rows, size.columns}, {}};
    tensor.values.reserve(static_cast<std::size_t>(input.tensor.dim(1) * size.count()));
    const auto rows = input.tensor.dim(1) * had.rows;
    for (std::int64_t row = 0; row < rows; ++row)
        if (row % had.rows < size.rows) {
            const auto from = input.tensor.values.begin() + row * had.columns;
            tensor.values.insert(tensor.values.end(), from, from + size.columns);
        }
    Image pixels{size.columns, size.rows, input.pixels.channels()};
    for (int y = 0; y < size.rows; ++y)
        std::copy_n(input.pixels.row(y), pixels.bytesPerRow(), pixels.row(y));
    const RectF view = input.geometry.fieldOfView();
    const double scaleX = had.columns / view.width, scaleY = had.rows / view.height;
    input.geometry = {input.geometry.picture(), size, scaleX, scaleY, view.x * scaleX, view.y * scaleY};
    input.tensor = std::move(tensor);
    input.pixels = std::move(pixels);
    return true;
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
