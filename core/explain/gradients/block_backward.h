// core/explain/gradients/block_backward.h: gradients one block at a time, from the last to the first.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/network_task.h"
#include <ATen/core/Tensor.h>
#include <vector>

namespace patchlight
{

/// One block's attention and the gradient of the target there: [H, T, T]; Swin: [windows, H, W², W²].
struct BlockGradient {
    at::Tensor weights, gradient;
};

/// A forward pass that keeps what each block was given and, where that of all blocks is small, their graphs
/// (graphsFit); otherwise every block is run again with a graph of its own, from what the record of the task kept of
/// its own pass where it did. A graph goes as soon as its gradients are taken, and so do the pages of a mapped
/// checkpoint that a block's weights took. The graphs follow the rule that holds when they are made
/// (core/model/backward_rule.h). Peak memory: L·T·D floats, and the graphs (at most 192 MB) or one block's. Cost: two
/// forward passes; three where graphs do not fit and nothing was recorded.
class BlockBackward
{
public:
    /// How far the gradient will be followed.
    enum class To { Tokens, Picture };
    /// Of `input`, which may be another than the task's. Errors: those of Network::forward.
    static Result<BlockBackward> forward(const NetworkTask& task, const at::Tensor& input, To end = To::Tokens);

    bool keepsGraphs() const { return m_kept; }
    int blockCount() const { return static_cast<int>(m_blocks.size()); }
    /// What block `l` was given: [B, T, D]; Swin [B, rows, columns, D].
    const at::Tensor& blockInput(LayerIndex l) const { return m_blocks[static_cast<std::size_t>(l.value)].given; }
    const at::Tensor& lastTokens() const { return m_last.back(); }

    /// Gradient of the target at the last block's output. Call it first.
    void start(const ExplainRequest& request);
    /// Σ_c z·∂y/∂z of every token z after the final norm, [T]; Swin [cells]. (Before the norm these sums are zero: its
    /// output does not change when a token is scaled.) After start.
    const at::Tensor& outputShares() const { return m_outputShares; }
    /// Blocks in falling order. Takes the gradient through block `l`; weights only where `wanted`.
    BlockGradient through(LayerIndex l, bool wanted);
    /// The same where the walk ends: the gradient at the block's input is not made.
    BlockGradient atWeights(LayerIndex l);
    /// Of the target, at the output of the last block not yet gone through (at the embedding after all of them).
    const at::Tensor& gradient() const { return m_gradient; }
    /// What blocks were given goes: nothing but gradient() may be asked after that.
    void forget() { m_blocks.assign(m_blocks.size(), {}); }
    /// At the input picture; after all blocks. Embeds it again unless forward was told and keeps graphs. Call it once.
    at::Tensor inputGradient(const at::Tensor& input);

    /// Attention of block `l` without a graph, shaped as above.
    at::Tensor weights(LayerIndex l) const;

private:
    struct Graph {
        at::Tensor given, output, weights; ///< weights undefined where the block was left out, and of the embedding
    };
    struct Block {
        at::Tensor given;
        Graph graph; ///< undefined tensors where none is kept
        std::vector<at::Tensor> parameters;
    };
    BlockBackward(Network& network, AttentionHooks* hooks) : m_network(&network), m_hooks(hooks) { }
    void takeTokens(const std::vector<KeptTokens>& recorded);
    Result<void> runBlocks(at::Tensor tokens, const RunContext& run);
    at::Tensor embedded(const at::Tensor& input, To end);
    Graph embed(const at::Tensor& input) const;
    Graph run(LayerIndex l, const at::Tensor& given) const;
    BlockGradient gradients(LayerIndex l, bool wanted, bool further);
    void addEarlier(LayerIndex l);

    Network* m_network;
    AttentionHooks* m_hooks;
    bool m_kept = false; ///< graphs of all blocks
    Graph m_embedding; ///< undefined tensors where none is kept
    std::vector<Block> m_blocks;
    std::vector<at::Tensor> m_last; ///< what the head reads, oldest first
    std::vector<at::Tensor> m_earlier; ///< gradients at all of those but the last
    at::Tensor m_outputShares;
    at::Tensor m_gradient;
};

/// Gradient of the target at the input, [B, 3, H, W], block by block. Errors: those of Network::forward.
Result<at::Tensor> gradientAtInput(const NetworkTask& task, const at::Tensor& input);

}
