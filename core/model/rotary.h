// core/model/rotary.h: queries and keys turned by where their patch is.
#pragma once
#include "core/base/model_config.h"
#include <ATen/core/Tensor.h>
#include <vector>

namespace patchlight
{

/// Cosines and sines of one grid's angles, [patches, d] each, row by row; every channel has its own pair's angle.
/// Sources: facebookresearch/dinov3 layers/rope_position_encoding.py; baaivision/EVA EVA-02/asuka/rope.py.
struct RotaryTable {
    GridSize grid;
    int headWidth = 0;
    std::vector<float> cosines, sines;
};

RotaryTable rotaryTable(const Rotary& rotary, GridSize grid, int headWidth);

/// x [B, H, T, d], its first `prefix` tokens as they are, the patches turned.
at::Tensor turned(const at::Tensor& x, const RotaryTable& table, Rotary::Pairs pairs, int prefix);

}
