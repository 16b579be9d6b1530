// core/model/network.h: what every family's network can do; blocks run one by one so that methods can stop between.
#pragma once
#include "core/base/family.h"
#include "core/base/model_config.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/model/training_noise.h"
#include "core/record/attention_record.h"
#include <map>
#include <optional>
#include <string>
#include <torch/nn/module.h>

namespace patchlight
{
class AttentionHooks;

/// Undefined tensors where the net has no such output.
struct ForwardOutput {
    at::Tensor logits; ///< [B, C]; distilled: mean of the two
    at::Tensor logitsClass; ///< [B, C]
    at::Tensor logitsDistillation; ///< [B, C]
    at::Tensor tokens; ///< after the final norm: [B, T, D]; a map of tokens: [B, rows, columns, D]
    at::Tensor embedding; ///< [B, D] or, in a space shared with words, [B, E]: what stands for the picture; nets with
                          ///< classes have none
    at::Tensor last; ///< tokens as the last block left them
    at::Tensor featureMap; ///< [B, C, rows, columns]: convolutional networks, before any last norm
};

/// One block from the place Grad-CAM looks at on.
struct NormedBlock {
    at::Tensor values; ///< [1, T, D] or [1, rows, columns, D]; a leaf that asks for gradients
    at::Tensor output; ///< what the block makes of them
};

/// `block` tells its hooks everything of the block (onBlock included); `forward` adds onEmbedded.
/// Parameters are registered under timm's names (the project's canonical ones), so that loading is a look-up.
/// Plain torch operations throughout: autograd flows, training uses the same code.
class Network : public torch::nn::Module
{
public:
    explicit Network(ModelConfig config) : m_config(std::move(config)) { }
    const ModelConfig& config() const { return m_config; }
    int blockCount() const { return m_config.blockCount(); }

    /// [B, 3, H, W] → tokens with positions added: [B, T, D]; a map of tokens: [B, rows, columns, D]. Any H, W the
    /// patch divides. Comes before the blocks: they take the grid from it.
    virtual at::Tensor embed(const at::Tensor& input) = 0;
    /// One block; Swin's patch merging belongs to the first block of the next stage.
    virtual at::Tensor block(LayerIndex, const at::Tensor& tokens, AttentionHooks* hooks) = 0;
    /// How many of the last blocks' outputs the head reads (DINOv2's classifiers of four layers: 4).
    virtual int blocksRead() const { return 1; }
    /// How many of each picture's tokens, from the first on, the head reads of the last block.
    virtual int tokensRead(const TokenLayout& layout) const { return layout.count(); }
    /// Final norm, pooling, head. `last`: outputs of the last blocksRead() blocks, oldest first.
    virtual ForwardOutput finish(const std::vector<at::Tensor>& last) = 0;
    /// The same as if every block that is read had given these tokens.
    ForwardOutput finish(const at::Tensor& tokens);
    /// How the head's own query looks at a picture's tokens, as they leave the last block; nothing without one.
    virtual std::optional<LayerAttention> poolingAttention(const at::Tensor& /*tokens*/) { return std::nullopt; }
    /// What the record needs to know of each block for an input of this size; q and k are null. Blocks of convolutions
    /// know their grid alone.
    virtual std::vector<LayerAttention> attentionLayout(GridSize input) const = 0;
    TokenLayout tokenLayout(GridSize input) const { return tokensOf(m_config, input); }
    /// What each block's heads multiply their cosines by, [block][head]; empty where attention is of plain products.
    virtual std::vector<std::vector<float>> temperatures() const { return {}; }

    /// Perturbations of a network in training mode; none by default.
    virtual void setNoise(const TrainingNoise&) = 0;

    /// The block from its first norm on, with a graph (blocks of convolutions: their output). For Grad-CAM.
    virtual NormedBlock fromNorm(LayerIndex, const at::Tensor& given, AttentionHooks* hooks) = 0;
    /// Whether the head can read tokens of this shape (not those of an earlier stage, of another width).
    virtual bool readable(const at::Tensor& tokens) const;
    /// The block that a parameter belongs to: blockCount() for the norm and head behind the last, −1 for the embedding.
    int blockOf(const std::string& parameter) const;

    /// embed, every block, finish; asks `run.cancel` and reports between blocks. Errors: Cancelled,
    /// InvalidOption (input of another shape, or sides that the patch does not divide).
    Result<ForwardOutput> forward(const at::Tensor& input, AttentionHooks* hooks, const RunContext& run);

    /// Errors: InvalidOption, saying what an input must be.
    Result<void> checkInput(const at::Tensor& input) const;

private:
    ModelConfig m_config;
};

/// Collects what finish reads while the blocks run.
class LastOutputs
{
public:
    /// `copies`: whoever runs the blocks overwrites their outputs.
    explicit LastOutputs(const Network& network, bool copies = false)
        : m_from(network.blockCount() - network.blocksRead()), m_copies(copies && network.blocksRead() > 1)
    {
    }
    void add(LayerIndex layer, const at::Tensor& tokens);
    const std::vector<at::Tensor>& all() const { return m_outputs; }

private:
    std::vector<at::Tensor> m_outputs;
    int m_from;
    bool m_copies;
};

/// Canonical (timm) names → tensors of any dtype.
using TensorMap = std::map<std::string, at::Tensor>;

/// An uninitialised network of this shape in evaluation mode; its parameters ask for no gradients. Filled by
/// fillNetwork, or for training by initialise (core/model/initialise.h) and makeTrainable.
/// Errors: InvalidOption, Mismatch (sizes that do not fit together).
Result<std::shared_ptr<Network>> makeNetwork(const ModelConfig& config);

/// Fills every parameter from `tensors`, converting to float32; float32 tensors are shared, not copied (they may be
/// views into a read-only mapped file). Errors: Mismatch, naming the first ten missing,
/// left-over and misshapen tensors and their count; Malformed for NaN or infinite weights.
Result<void> fillNetwork(Network& network, TensorMap tensors);

/// A network of the same shape whose weights are copies on this device and of this type; the given one stays as it is.
/// Errors: those of makeNetwork. Throws what torch throws where the device's memory is full.
Result<std::shared_ptr<Network>> copyOf(const Network& network, const at::TensorOptions& where);

/// Every parameter gets memory of its own and asks for gradients; before an optimiser may write to it.
void makeTrainable(Network& network);

}
