// core/model/packed/mlp.h: a block's second half: y += fc2(activation(fc1(norm(y)))), or y += norm(fc2(…fc1(y))).
#pragma once
#include "core/model/attention.h"
#include "core/model/packed/buffers.h"
#include "core/model/packed/weights.h"

namespace patchlight::packed
{

/// Memory that all blocks of a plan share.
struct Scratch {
    Buffer normed, values, mixed, hidden, gated, rooms, branch;
};

class Mlp
{
public:
    enum class NormAt { Start, End };
    /// `gamma` [width] or undefined (LayerScale). `rows`: how many tokens there usually are.
    Mlp(const LayerNormImpl& norm, const MlpBlockImpl& mlp, const at::Tensor& gamma, Number number, int rows,
        NormAt at = NormAt::Start);
    /// x [rows, width], float32, in place.
    void run(float* x, int rows, Scratch& scratch);

private:
    const void* first(const float* x, int rows, Scratch& scratch);
    const void* hidden(int rows, Scratch& scratch);

    Norm m_norm;
    std::optional<Norm> m_inner; ///< before fc2
    Linear m_fc1, m_fc2;
    Number m_number;
    int m_width, m_hidden, m_read; ///< m_read: of fc2
    bool m_gated;
    NormAt m_at;
};

}
