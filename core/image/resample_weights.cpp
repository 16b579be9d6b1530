// core/image/resample_weights.cpp
#include "core/image/resample_weights.h"
#include "core/image/resample_kernels.h"
#include <algorithm>
#include <cmath>
#include <numbers>
#include <type_traits>

namespace patchlight
{
namespace
{

double sinc(double x)
{
    return x == 0.0 ? 1.0 : std::sin(x * std::numbers::pi) / (x * std::numbers::pi);
}

double lanczos(double x)
{
    return x >= -3.0 && x < 3.0 ? sinc(x) * sinc(x / 3) : 0.0;
}

constexpr ResampleKernel kLanczos{lanczos, 3.0};

const ResampleKernel& kernelOf(Filter filter)
{
    switch (filter) {
    case Filter::Box:
        return kBoxKernel;
    case Filter::Bilinear:
        return kBilinearKernel;
    case Filter::Lanczos:
        return kLanczos;
    default:
        return kBicubicKernel;
    }
}

/// Rounds half away from zero, as Pillow's cast does.
std::int32_t toFixedPoint(double weight)
{
    const double scaled = weight * (1 << kWeightBits);
    return static_cast<std::int32_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

template <class Weight> Weight toWeight(double weight)
{
    if constexpr (std::is_floating_point_v<Weight>)
        return static_cast<Weight>(weight);
    else
        return toFixedPoint(weight);
}

}

template <class Weight>
ResampleWeights<Weight>::ResampleWeights(int inputSize, int outputSize, Filter filter, int begin, int outputs)
{
    const ResampleKernel& kernel = kernelOf(filter);
    const double scale = static_cast<double>(inputSize) / outputSize;
    const double stretch = std::max(scale, 1.0); // antialiasing: the kernel grows with the reduction
    const double support = kernel.support * stretch;
    m_stride = static_cast<std::size_t>(std::ceil(support)) * 2 + 1;
    m_weights.resize(m_stride * static_cast<std::size_t>(outputs));
    std::vector<double> row(m_stride);
    for (int output = 0; output < outputs; ++output) {
        const double center = (begin + output + 0.5) * scale;
        // NOLINTBEGIN(bugprone-incorrect-roundings): as Pillow rounds
        const int from = std::max(static_cast<int>(center - support + 0.5), 0);
        const int to = std::min(static_cast<int>(center + support + 0.5), inputSize);
        // NOLINTEND(bugprone-incorrect-roundings)
        const auto count = static_cast<std::size_t>(std::max(to - from, 0));
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            row[i] = kernel.value((static_cast<double>(i) + from - center + 0.5) * (1.0 / stretch));
            sum += row[i];
        }
        for (std::size_t i = 0; i < count; ++i)
            m_weights[static_cast<std::size_t>(output) * m_stride + i]
                = toWeight<Weight>(sum != 0 ? row[i] / sum : row[i]);
        m_first.push_back(from);
        m_count.push_back(count);
    }
}

template class ResampleWeights<std::int32_t>;
template class ResampleWeights<float>;

}
