// core/render/axis_weights.cpp
#include "core/render/axis_weights.h"
#include "core/image/resample_kernels.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

constexpr ResampleKernel kKernels[]{kBoxKernel, kBilinearKernel, kBicubicKernel}; ///< in the order of Interpolation

}

AxisWeights::AxisWeights(int cells, double offset, double step, int pixelCount, Interpolation interpolation)
{
    const ResampleKernel& kernel = kKernels[static_cast<int>(interpolation)];
    const bool nearest = interpolation == Interpolation::Patches && step <= 1;
    const double stretch = std::max(1.0, step);
    const double support = kernel.support * stretch;
    m_stride = nearest ? 1 : 2 * static_cast<std::size_t>(std::ceil(support)) + 1;
    const auto centre = [&](int pixel) { return offset + (pixel + 0.5) * step; };
    while (m_pixels.begin < pixelCount && centre(m_pixels.begin) < 0)
        ++m_pixels.begin;
    m_pixels.end = m_pixels.begin;
    for (; m_pixels.end < pixelCount && centre(m_pixels.end) < cells; ++m_pixels.end) {
        const double at = centre(m_pixels.end);
        const int own = std::clamp(static_cast<int>(at), 0, cells - 1);
        const int from = nearest ? own : std::clamp(static_cast<int>(std::floor(at - support + 0.5)), 0, own);
        const int to = nearest ? own + 1 : std::clamp(static_cast<int>(std::floor(at + support + 0.5)), own + 1, cells);
        const auto count = std::min(static_cast<std::size_t>(to - from), m_stride);
        double sum = 0;
        for (std::size_t i = 0; i < count && !nearest; ++i)
            sum += kernel.value((from + static_cast<double>(i) + 0.5 - at) / stretch);
        m_weights.resize(m_weights.size() + m_stride);
        float* row = m_weights.data() + m_weights.size() - m_stride;
        for (std::size_t i = 0; i < count; ++i) {
            const double weight
                = nearest ? 1 : kernel.value((from + static_cast<double>(i) + 0.5 - at) / stretch) / sum;
            row[i] = static_cast<float>(weight);
        }
        m_cell.push_back(own);
        m_first.push_back(from);
        m_count.push_back(count);
    }
}

}
