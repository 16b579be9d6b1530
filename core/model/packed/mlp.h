// core/model/packed/mlp.h: a block's second half: y += fc2(activation(fc1(norm(y)))).
#pragma once
#include "core/model/attention.h"
#include "core/model/packed/buffers.h"
#include "core/model/packed/weights.h"

namespace patchlight::packed
{

/// Memory that all blocks of a plan share.
struct Scratch {
    Buffer normed, values, mixed, hidden, gated, rooms;
};

class Mlp
{
public:
    /// `gamma` [width] or undefined (LayerScale). `rows`: how many tokens there usually are.
    Mlp(const LayerNormImpl& norm, const MlpBlockImpl& mlp, const at::Tensor& gamma, Number number, int rows);
    /// x [rows, width], float32, in place.
    void run(float* x, int rows, Scratch& scratch);

private:
    Norm m_norm;
    Linear m_fc1, m_fc2;
    Number m_number;
    int m_width, m_hidden;
    bool m_gated;
};

}
