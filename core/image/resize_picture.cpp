// core/image/resize_picture.cpp: Pillow, src/libImaging/Resample.c (two passes of 8 bits) and Geometry.c (nearest).
#include "core/image/preprocess.h"
#include "core/image/resample_weights.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr std::int32_t kHalf = 1 << (ResampleWeights::kPrecisionBits - 1);

std::uint8_t toByte(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> ResampleWeights::kPrecisionBits, 0, 255));
}

template <int Channels>
void resampleRow(const std::uint8_t* from, std::uint8_t* to, int width, const ResampleWeights& columns)
{
    for (int x = 0; x < width; ++x) {
        const std::uint8_t* pixel = from + static_cast<std::ptrdiff_t>(columns.first(x)) * Channels;
        std::int32_t sums[Channels];
        std::fill_n(sums, Channels, kHalf);
        for (const std::int32_t weight : columns.weights(x)) {
            for (int c = 0; c < Channels; ++c)
                sums[c] += pixel[c] * weight;
            pixel += Channels;
        }
        for (int c = 0; c < Channels; ++c)
            *to++ = toByte(sums[c]);
    }
}

Image resampleColumns(const Image& image, int width, Filter filter)
{
    const ResampleWeights columns{image.width(), width, filter};
    Image result{width, image.height(), image.channels()};
    for (int y = 0; y < image.height(); ++y) {
        if (image.channels() == 4)
            resampleRow<4>(image.row(y), result.row(y), width, columns);
        else
            resampleRow<3>(image.row(y), result.row(y), width, columns);
    }
    return result;
}

Image resampleRows(const Image& image, int height, Filter filter)
{
    const ResampleWeights rows{image.height(), height, filter};
    Image result{image.width(), height, image.channels()};
    const std::size_t count = image.bytesPerRow();
    std::vector<std::int32_t> sums(count);
    for (int y = 0; y < height; ++y) {
        std::ranges::fill(sums, kHalf);
        int source = rows.first(y);
        for (const std::int32_t weight : rows.weights(y)) {
            const std::uint8_t* from = image.row(source++);
            for (std::size_t i = 0; i < count; ++i)
                sums[i] += from[i] * weight;
        }
        std::ranges::transform(sums, result.row(y), toByte);
    }
    return result;
}

/// Positions are summed up step by step, as Pillow does: the last bits decide at exact halves.
std::vector<int> nearestPositions(int inputSize, int outputSize)
{
    const double step = static_cast<double>(inputSize) / outputSize;
    std::vector<int> positions;
    double at = step * 0.5;
    for (int i = 0; i < outputSize; ++i, at += step)
        positions.push_back(std::clamp(static_cast<int>(at), 0, inputSize - 1));
    return positions;
}

Image pickNearest(const Image& image, int width, int height)
{
    const auto columns = nearestPositions(image.width(), width);
    const auto rows = nearestPositions(image.height(), height);
    Image result{width, height, image.channels()};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            std::copy_n(image.pixel(columns[static_cast<std::size_t>(x)], rows[static_cast<std::size_t>(y)]),
                image.channels(), result.pixel(x, y));
    }
    return result;
}

}

Image resizePicture(const Image& image, int width, int height, Filter filter)
{
    if (image.empty() || width <= 0 || height <= 0)
        return {};
    if (width == image.width() && height == image.height())
        return image;
    if (filter == Filter::Nearest)
        return pickNearest(image, width, height);
    if (width == image.width())
        return resampleRows(image, height, filter);
    if (height == image.height())
        return resampleColumns(image, width, filter);
    return resampleRows(resampleColumns(image, width, filter), height, filter);
}

}
