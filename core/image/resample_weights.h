// core/image/resample_weights.h: the weights of antialiased resampling along one axis, Pillow's and torch's.
#pragma once
#include "core/base/preprocess_profile.h"
#include <cstdint>
#include <span>
#include <vector>

namespace patchlight
{

constexpr int kWeightBits = 32 - 8 - 2; ///< of a fixed-point weight: 8 bits of value, 2 for weights that overshoot

/// For each output position the input positions it reads, from `first[i]` on, `count[i]` of them, and their weights.
/// Weight = std::int32_t: fixed-point numbers; Pillow, src/libImaging/Resample.c, precompute_coeffs and
/// normalize_coeffs_8bpc. Weight = float: as they are; torch's antialiased upsampling has the same kernels.
template <class Weight> class ResampleWeights
{
public:
    /// Of the `count` output positions from `begin` on, which are numbered from 0 here. `filter` is any but Nearest.
    ResampleWeights(int inputSize, int outputSize, Filter filter, int begin, int count);

    /// What an output reads: input positions from `first` up to but not including `end`. Both grow with `output`.
    int first(int output) const { return m_first[static_cast<std::size_t>(output)]; }
    int end(int output) const { return first(output) + static_cast<int>(weights(output).size()); }
    std::span<const Weight> weights(int output) const
    {
        const auto i = static_cast<std::size_t>(output);
        return {m_weights.data() + i * m_stride, m_count[i]};
    }

private:
    std::size_t m_stride;
    std::vector<int> m_first;
    std::vector<std::size_t> m_count;
    std::vector<Weight> m_weights;
};

}
