// core/render/axis_weights.cpp
#include "core/render/axis_weights.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{
namespace
{

double box(double x)
{
    return x > -0.5 && x <= 0.5 ? 1.0 : 0.0;
}

double bilinear(double x)
{
    return std::max(0.0, 1.0 - std::abs(x));
}

/// Keys' cubic with a = −½, the same that prepares pictures.
double bicubic(double x)
{
    x = std::abs(x);
    if (x < 1)
        return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0.0;
}

struct Kernel {
    double (*value)(double);
    double support;
};
constexpr Kernel kKernels[]{{box, 0.5}, {bilinear, 1}, {bicubic, 2}}; ///< in the order of Interpolation

}

AxisWeights::AxisWeights(int cells, double offset, double step, int pixelCount, Interpolation interpolation)
{
    const Kernel kernel = kKernels[static_cast<int>(interpolation)];
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
