// core/explain/steps/steps.h: the steps of a forward pass as plain arrays, by name.
#pragma once
#include "core/base/nd_array.h"
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

/// One step of one picture. T tokens, D channels, H heads, d channels of a head, W² cells of a window, M hidden numbers.
/// Outside the blocks:
///   stem, stage_0 … (a convolutional part) [C, h, w]; patch_embedding [rows, columns, D]; positions [N, D];
///   embedded [T, D]; norm_pre [T, D]; merged_1 … (Swin) [rows, columns, 2C]; norm [T, D]; pooled, fc_norm, pre_logits
///   [D]; logits, logits_class, logits_distillation, probabilities [C]; embedding of nets without classes.
/// Inside a block:
///   norm1, middle, norm2, mixed, out [T, D]; q, k, v, heads [H, T, d]; scores (q·k·scale and what is added to it),
///   weights (their softmax) [H, T, T]; attended [T, D], heads joined and projected; hidden [T, M], after the
///   activation; attended_scaled, mixed_scaled [T, D] with LayerScale; q_unturned, k_unturned [H, T, d] before rotary
///   positions turn them. With the norms after the branches norm1 and norm2 come after attended and mixed.
/// Convolutional networks: out [rows, columns, D] of every block. CaiT: queries, scores and weights are zeros where a
/// token takes no part; norm2, hidden and mixed have rows for those that do.
/// Swin: [rows, columns, D] for [T, D]; q, k, v, heads [windows, H, W², d]; scores, weights [windows, H, W², W²];
/// attended [windows, W², D]; windows row by row after the shift.
/// A family that has a further step names it where it is computed.
struct Step {
    std::string name;
    NdArray values;
};

/// In the order of computation. A step that the network does not have is not there.
class Steps
{
public:
    void add(std::string name, NdArray values) { m_steps.push_back({std::move(name), std::move(values)}); }
    const NdArray* find(std::string_view name) const
    {
        for (const auto& step : m_steps)
            if (step.name == name)
                return &step.values;
        return nullptr;
    }
    const std::vector<Step>& all() const { return m_steps; }

private:
    std::vector<Step> m_steps;
};

}
