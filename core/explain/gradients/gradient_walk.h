// core/explain/gradients/gradient_walk.h: weights of tokens followed back through gradient-weighted attention.
#pragma once
#include "core/explain/gradients/block_backward.h"
#include <functional>

namespace patchlight
{

/// r·F and F's row sums for one block, whatever its windows.
class WindowProduct
{
public:
    /// `fused` as above; padding neither gives nor takes.
    WindowProduct(const LayerAttention& layer, const at::Tensor& fused);
    at::Tensor times(const at::Tensor& r) const; ///< r·F: [T]
    at::Tensor rowSums() const; ///< Σ_j F_ij: [T]

private:
    at::Tensor gathered(const at::Tensor& tokens) const; ///< [T] → [windows, W²]
    at::Tensor scattered(const at::Tensor& windows) const; ///< adds up: [windows, W²] → [T]
    at::Tensor m_tokens; ///< [windows, W²] of where in [T + 1] each cell is; the last one is padding
    at::Tensor m_fused;
    std::int64_t m_count;
};

/// (A ⊙ ∇A)⁺ with the request's heads fused (mean, max or min): [T, T]; Swin [windows, W², W²].
/// Heads that are silent in `layer` take no part. Errors: InvalidOption.
Result<at::Tensor> positiveProduct(
    const BlockGradient& block, const ExplainRequest& request, const LayerAttention& layer, LayerIndex index);

/// r [T] → the next r, of one block's F.
using GradientStep = std::function<at::Tensor(const at::Tensor& r, const WindowProduct& attention)>;
/// What meets the gradient instead of the weights themselves; called for every block that attends, last first.
using WeightSource = std::function<Result<at::Tensor>(LayerIndex)>;

/// From the last block to request.startLayer: r ← step(r, F_l); blocks after endLayer, and blocks that an
/// intervention leaves out, pass r on. The answer's map, shares and request are filled. Swin: r starts as the share of
/// each output token in the target, (Σ_c z·∂y/∂z)⁺ after the final norm, normalised, and merging spreads a cell's
/// weight evenly over its children. Where graphs are kept, they are gone before `source` is first called. Errors: Cancelled, InvalidOption (a chosen token that has no part in the class, too),
/// Unsupported.
Result<Explanation> walkGradients(const NetworkTask& task, const GradientStep& step, const WeightSource& source = {});

}
