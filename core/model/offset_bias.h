// core/model/offset_bias.h: BEiT's bias by relative position, for one class token and a grid of patches.
#pragma once
#include "core/base/grid.h"
#include "core/record/attention_record.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{

/// table [(2R − 1)·(2C − 1) + 3, H] of grid `from` → of grid `to`, its last three rows kept. Unchanged where the grids
/// are equal. `bilinear` as Hugging Face resizes; otherwise timm's way: linear between offsets that grow geometrically
/// from the middle, so that near offsets keep their resolution.
at::Tensor resizedTable(const at::Tensor& table, GridSize from, GridSize to, bool bilinear);

/// table of the grid → what is added to the scores: [1, H, T, T], T = 1 + R·C. Bao et al. 2022, "BEiT", section 2.
at::Tensor offsetBias(const at::Tensor& table, GridSize grid);

/// The same for the record.
OffsetBias offsetBiasRecord(const at::Tensor& table, GridSize grid);

}
