// core/image/resize_picture.cpp: Pillow, src/libImaging/Resample.c (two passes of 8 bits) and Geometry.c (nearest);
// torch, UpSampleKernel.cpp (the same two passes in float).
#include "core/image/preprocess.h"
#include "core/image/resample_weights.h"
#include <algorithm>
#include <optional>
#include <vector>

namespace patchlight
{
namespace
{

/// What a pass reads and gives, and how it sums up: Pillow's bytes are rounded after each pass.
struct Bytes {
    using Value = std::uint8_t;
    using Sum = std::int32_t;
    static constexpr Sum kStart = 1 << (kWeightBits - 1);
    static Value finished(Sum sum) { return static_cast<Value>(std::clamp(sum >> kWeightBits, 0, 255)); }
};
struct Floats {
    using Value = float;
    using Sum = float;
    static constexpr Sum kStart = 0;
    static Value finished(Sum sum) { return sum; }
};

/// The horizontal pass, one row of the picture at a time, over the columns that are wanted.
template <class Depth> class ColumnPass
{
public:
    using Value = typename Depth::Value;
    ColumnPass(const Image& image, int width, int left, int columns, Filter filter)
        : m_image(image), m_left(left), m_columns(columns), m_row(values())
    {
        if (width != image.width())
            m_weights.emplace(image.width(), width, filter, left, columns);
    }

    std::size_t values() const { return static_cast<std::size_t>(m_columns) * m_image.channels(); }
    /// Good until the next call.
    const Value* row(int y)
    {
        if (!m_weights)
            std::copy_n(m_image.pixel(m_left, y), values(), m_row.begin());
        else if (m_image.channels() == 4)
            resample<4>(m_image.row(y));
        else
            resample<3>(m_image.row(y));
        return m_row.data();
    }

private:
    template <int Channels> void resample(const std::uint8_t* from)
    {
        Value* to = m_row.data();
        for (int x = 0; x < m_columns; ++x) {
            const std::uint8_t* pixel = from + static_cast<std::ptrdiff_t>(m_weights->first(x)) * Channels;
            typename Depth::Sum sums[Channels];
            std::fill_n(sums, Channels, Depth::kStart);
            for (const auto weight : m_weights->weights(x)) {
                for (int c = 0; c < Channels; ++c)
                    sums[c] += static_cast<typename Depth::Sum>(pixel[c]) * weight;
                pixel += Channels;
            }
            for (int c = 0; c < Channels; ++c)
                *to++ = Depth::finished(sums[c]);
        }
    }

    const Image& m_image;
    int m_left, m_columns;
    std::optional<ResampleWeights<typename Depth::Sum>> m_weights;
    std::vector<Value> m_row;
};

/// The vertical pass as its rows come: each is added to the rows of the result that read it, which are few when
/// shrinking. So no picture in between is held, whatever the sizes are.
template <class Depth> class RowPass
{
public:
    using Value = typename Depth::Value;
    /// `result`: rows × rowValues.
    RowPass(const ResampleWeights<typename Depth::Sum>& weights, Value* result, int rows, std::size_t rowValues)
        : m_weights(weights), m_result(result), m_rows(rows), m_rowValues(rowValues), m_sums(overlap(weights, rows))
    {
    }

    bool done() const { return m_begin == m_rows; }
    void take(int y, const Value* row)
    {
        for (; m_end < m_rows && m_weights.first(m_end) <= y; ++m_end)
            sums(m_end).assign(m_rowValues, Depth::kStart);
        for (int to = m_begin; to < m_end; ++to) {
            const auto weight = m_weights.weights(to)[static_cast<std::size_t>(y - m_weights.first(to))];
            auto* sum = sums(to).data();
            for (std::size_t i = 0; i < m_rowValues; ++i)
                sum[i] += static_cast<typename Depth::Sum>(row[i]) * weight;
        }
        for (; m_begin < m_end && m_weights.end(m_begin) <= y + 1; ++m_begin)
            std::ranges::transform(
                sums(m_begin), m_result + static_cast<std::size_t>(m_begin) * m_rowValues, Depth::finished);
    }

private:
    /// Most rows of the result that are summed up at once.
    static std::size_t overlap(const ResampleWeights<typename Depth::Sum>& weights, int rows)
    {
        int most = 1;
        for (int begin = 0, end = 0; begin < rows; ++begin) {
            while (end < rows && weights.first(end) < weights.end(begin))
                ++end;
            most = std::max(most, end - begin);
        }
        return static_cast<std::size_t>(most);
    }
    std::vector<typename Depth::Sum>& sums(int row) { return m_sums[static_cast<std::size_t>(row) % m_sums.size()]; }

    const ResampleWeights<typename Depth::Sum>& m_weights;
    Value* m_result;
    int m_rows;
    std::size_t m_rowValues;
    std::vector<std::vector<typename Depth::Sum>> m_sums;
    int m_begin = 0, m_end = 0; ///< rows of the result being summed up
};

/// `result`: part.rows × part.columns × channels, without gaps.
template <class Depth>
void resample(
    const Image& image, GridSize size, Cell corner, GridSize part, Filter filter, typename Depth::Value* result)
{
    ColumnPass<Depth> columns{image, size.columns, corner.column, part.columns, filter};
    if (size.rows == image.height()) {
        for (int y = 0; y < part.rows; ++y)
            result = std::copy_n(columns.row(corner.row + y), columns.values(), result);
        return;
    }
    const ResampleWeights<typename Depth::Sum> weights{image.height(), size.rows, filter, corner.row, part.rows};
    RowPass<Depth> rows{weights, result, part.rows, columns.values()};
    for (int y = weights.first(0); !rows.done(); ++y)
        rows.take(y, columns.row(y));
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
    if (filter == Filter::Nearest)
        return pickNearest(image, size, corner, part);
    Image result{part.columns, part.rows, image.channels()};
    resample<Bytes>(image, size, corner, part, filter, result.data());
    return result;
}

std::vector<float> resizePartInFloat(const Image& image, GridSize size, Cell corner, GridSize part, Filter filter)
{
    if (image.empty() || part.rows <= 0 || part.columns <= 0)
        return {};
    std::vector<float> result(static_cast<std::size_t>(part.count()) * image.channels());
    if (filter == Filter::Nearest) {
        const Image picked = pickNearest(image, size, corner, part);
        std::copy_n(picked.data(), result.size(), result.begin());
    } else {
        resample<Floats>(image, size, corner, part, filter, result.data());
    }
    return result;
}

}
