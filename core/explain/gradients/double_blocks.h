// core/explain/gradients/double_blocks.h: a network in double precision that holds no more than one block's weights so.
#pragma once
#include "core/model/vit.h"

namespace patchlight
{

/// Shares the weights of the network it is made of. What lies outside the blocks is doubled once; a block's norms and
/// biases are doubled when it is asked for (on a GPU its matrices too), and those of the one before go back to the
/// shared ones. Without gradients: a product of double tokens and float32 weights has none.
/// Memory besides the given network: the embedding and head, twice their size.
class DoubleBlocks : public Network
{
public:
    /// Errors: those of makeNetwork; Unsupported (not a Vision Transformer).
    static Result<std::shared_ptr<DoubleBlocks>> make(Network& network);

    /// The network itself; only the block that was held last is double.
    Vit& vit() { return *m_vit; }
    void hold(LayerIndex layer);

    at::Tensor embed(const at::Tensor& input) override { return m_vit->embed(input); }
    at::Tensor block(LayerIndex layer, const at::Tensor& tokens, AttentionHooks* hooks) override;
    using Network::finish;
    int blocksRead() const override { return m_vit->blocksRead(); }
    ForwardOutput finish(const std::vector<at::Tensor>& last) override { return m_vit->finish(last); }
    NormedBlock fromNorm(LayerIndex layer, const at::Tensor& given, AttentionHooks* hooks) override
    {
        return m_vit->fromNorm(layer, given, hooks);
    }
    std::vector<LayerAttention> attentionLayout(GridSize input) const override { return m_vit->attentionLayout(input); }
    void setNoise(const TrainingNoise& noise) override { m_vit->setNoise(noise); }

private:
    explicit DoubleBlocks(std::shared_ptr<Vit> vit) : Network(vit->config()), m_vit(std::move(vit)) { }
    std::shared_ptr<Vit> m_vit;
    std::vector<std::pair<at::Tensor, at::Tensor>> m_shared; ///< the held block's parameters, and their own values
    int m_held = -1;
};

}
