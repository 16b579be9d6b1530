// core/model/windows.h: Swin's grid cut into windows, shifted and padded, and put together again.
#pragma once
#include "core/base/grid.h"
#include "core/record/other_region.h"
#include <ATen/core/Tensor.h>

namespace patchlight
{

/// How one block cuts its grid. The grid is padded at the bottom and right up to whole windows, and rolled up and
/// left by `shift`. timm and the official code roll the bare grid and pad after; torchvision and Hugging Face pad
/// first.
struct WindowPlan {
    GridSize grid;
    int window = 7; ///< side, in cells
    GridSize shift; ///< rows and columns; zero along an axis that one window spans
    bool padFirst = false;
    float otherRegion = kOtherRegion; ///< added to scores between cells that only the shift has put together

    GridSize padded() const;
    GridSize windows() const { return {padded().rows / window, padded().columns / window}; }
    GridSize rolled() const { return padFirst ? padded() : grid; } ///< what the roll wraps around in
    bool shifted() const { return shift.rows > 0 || shift.columns > 0; }
};

/// [B, rows, columns, D] → [B·windows, W², D], windows row-major after the shift.
at::Tensor toWindows(const at::Tensor& x, const WindowPlan& plan);
/// The inverse, with padding dropped and the shift undone: [B·windows, W², D] → [B, rows, columns, D].
at::Tensor fromWindows(const at::Tensor& windows, const WindowPlan& plan);
/// `otherRegion` between cells that only the shift has put together, else 0: [windows, W², W²]; undefined without a shift.
/// Source: Liu et al. 2021, "Swin Transformer", figure 4.
at::Tensor shiftMask(const WindowPlan& plan, const at::TensorOptions& options);
/// The region each cell of each window came from; equal numbers were neighbours: [windows, W²].
at::Tensor shiftRegions(const WindowPlan& plan);
/// table [(2W − 1)², H] → what is added to the scores: [H, W², W²]. Liu et al. 2021, equation 4.
at::Tensor relativeBias(const at::Tensor& table, int window);

}
