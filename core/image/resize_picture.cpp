// core/image/resize_picture.cpp: Pillow, src/libImaging/Resample.c (two passes of 8 bits) and Geometry.c (nearest).
#include "core/image/preprocess.h"
#include "core/image/resample_weights.h"
#include <algorithm>
#include <optional>
#include <vector>

namespace patchlight
{
namespace
{

constexpr std::int32_t kHalf = 1 << (ResampleWeights::kPrecisionBits - 1);

std::uint8_t toByte(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> ResampleWeights::kPrecisionBits, 0, 255));
}

/// The horizontal pass, one row of the picture at a time, over the columns that are wanted.
class ColumnPass
{
public:
    ColumnPass(const Image& image, int width, int left, int columns, Filter filter)
        : m_image(image), m_left(left), m_columns(columns)
    {
        if (width == image.width())
            return; // the row is taken as it is
        m_weights.emplace(image.width(), width, filter, left, columns);
        m_row.resize(bytes());
    }

    std::size_t bytes() const { return static_cast<std::size_t>(m_columns) * m_image.channels(); }
    /// Good until the next call.
    const std::uint8_t* row(int y)
    {
        if (!m_weights)
            return m_image.pixel(m_left, y);
        if (m_image.channels() == 4)
            resample<4>(m_image.row(y));
        else
            resample<3>(m_image.row(y));
        return m_row.data();
    }

private:
    template <int Channels> void resample(const std::uint8_t* from)
    {
        std::uint8_t* to = m_row.data();
        for (int x = 0; x < m_columns; ++x) {
            const std::uint8_t* pixel = from + static_cast<std::ptrdiff_t>(m_weights->first(x)) * Channels;
            std::int32_t sums[Channels];
            std::fill_n(sums, Channels, kHalf);
            for (const std::int32_t weight : m_weights->weights(x)) {
                for (int c = 0; c < Channels; ++c)
                    sums[c] += pixel[c] * weight;
                pixel += Channels;
            }
            for (int c = 0; c < Channels; ++c)
                *to++ = toByte(sums[c]);
        }
    }

    const Image& m_image;
    int m_left, m_columns;
    std::optional<ResampleWeights> m_weights;
    std::vector<std::uint8_t> m_row;
};

/// The vertical pass as its rows come: each is added to the rows of the result that read it, which are few when
/// shrinking. So no picture in between is held, whatever the sizes are.
class RowPass
{
public:
    RowPass(const ResampleWeights& weights, Image& result)
        : m_weights(weights), m_result(result), m_sums(overlap(weights, result.height()))
    {
    }

    bool done() const { return m_begin == m_result.height(); }
    void take(int y, const std::uint8_t* row)
    {
        for (; m_end < m_result.height() && m_weights.first(m_end) <= y; ++m_end)
            sums(m_end).assign(m_result.bytesPerRow(), kHalf);
        for (int to = m_begin; to < m_end; ++to) {
            const std::int32_t weight = m_weights.weights(to)[static_cast<std::size_t>(y - m_weights.first(to))];
            std::int32_t* sum = sums(to).data();
            for (std::size_t i = 0; i < m_result.bytesPerRow(); ++i)
                sum[i] += row[i] * weight;
        }
        for (; m_begin < m_end && m_weights.end(m_begin) <= y + 1; ++m_begin)
            std::ranges::transform(sums(m_begin), m_result.row(m_begin), toByte);
    }

private:
    /// Most rows of the result that are summed up at once.
    static std::size_t overlap(const ResampleWeights& weights, int rows)
    {
        int most = 1;
        for (int begin = 0, end = 0; begin < rows; ++begin) {
            while (end < rows && weights.first(end) < weights.end(begin))
                ++end;
            most = std::max(most, end - begin);
        }
        return static_cast<std::size_t>(most);
    }
    std::vector<std::int32_t>& sums(int row) { return m_sums[static_cast<std::size_t>(row) % m_sums.size()]; }

    const ResampleWeights& m_weights;
    Image& m_result;
    std::vector<std::vector<std::int32_t>> m_sums;
    int m_begin = 0, m_end = 0; ///< rows of the result being summed up
};

Image resample(const Image& image, GridSize size, Cell corner, GridSize part, Filter filter)
{
    Image result{part.columns, part.rows, image.channels()};
    ColumnPass columns{image, size.columns, corner.column, part.columns, filter};
    if (size.rows == image.height()) {
        for (int y = 0; y < part.rows; ++y)
            std::copy_n(columns.row(corner.row + y), columns.bytes(), result.row(y));
        return result;
    }
    const ResampleWeights weights{image.height(), size.rows, filter, corner.row, part.rows};
    RowPass rows{weights, result};
    for (int y = weights.first(0); !rows.done(); ++y)
        rows.take(y, columns.row(y));
    return result;
}

/// Positions are summed up step by step, as Pillow does: the last bits decide at exact halves.
std::vector<int> nearestPositions(int inputSize, int outputSize, int begin, int count)
{
    const double step = static_cast<double>(inputSize) / outputSize;
    std::vector<int> positions;
    double at = step * 0.5;
    for (int i = 0; i < begin + count; ++i, at += step)
        if (i >= begin)
            positions.push_back(std::clamp(static_cast<int>(at), 0, inputSize - 1));
    return positions;
}

Image pickNearest(const Image& image, GridSize size, Cell corner, GridSize part)
{
    const auto columns = nearestPositions(image.width(), size.columns, corner.column, part.columns);
    const auto rows = nearestPositions(image.height(), size.rows, corner.row, part.rows);
    Image result{part.columns, part.rows, image.channels()};
    for (int y = 0; y < part.rows; ++y) {
        for (int x = 0; x < part.columns; ++x)
            std::copy_n(image.pixel(columns[static_cast<std::size_t>(x)], rows[static_cast<std::size_t>(y)]),
                image.channels(), result.pixel(x, y));
    }
    return result;
}

}

Image resizePicture(const Image& image, int width, int height, Filter filter)
{
    if (width == image.width() && height == image.height())
        return image;
    return resizePart(image, {height, width}, {0, 0}, {height, width}, filter);
}

Image resizePart(const Image& image, GridSize size, Cell corner, GridSize part, Filter filter)
{
    if (image.empty() || part.rows <= 0 || part.columns <= 0)
        return {};
    return filter == Filter::Nearest ? pickNearest(image, size, corner, part)
                                     : resample(image, size, corner, part, filter);
}

}
