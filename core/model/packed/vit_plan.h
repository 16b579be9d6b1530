// core/model/packed/vit_plan.h: the blocks of a ViT, packed.
#pragma once
#include "core/model/packed/mlp.h"
#include "core/model/packed/plan.h"
#include "core/model/vit.h"
#include <optional>

namespace patchlight::packed
{

/// Every ViT but those with the norms after the branches.
class VitPlan : public Plan
{
public:
    static bool covers(const ModelConfig& config) { return !config.postNorm; }
    VitPlan(Vit& network, Number number);
    at::Tensor block(LayerIndex layer, const at::Tensor& tokens, float* queryKey, int wanted) override;

private:
    struct Block {
        Block(const VitBlockImpl& block, Number number, int rows);
        Norm norm1;
        Linear queryKey, value, proj;
        std::optional<Norm> queryNorm, keyNorm, attentionNorm;
        Mlp mlp;
    };
    struct Shape {
        int batch, tokens;
        int wanted; ///< of each picture's tokens
    };
    void attend(const Block& block, LayerIndex layer, const float* queryKey, const Shape& shape);
    void normHeads(const Block& block, float* queryKey, int rows) const;
    void turn(float* queryKey, int rows, int tokens) const;
    const void* normed(const Block& block, int rows);
    void settle();

    const Vit& m_network; ///< knows the grid of the picture that was embedded last
    std::vector<Block> m_blocks;
    std::vector<OffsetBias> m_biases; ///< by block, for the grid of the first; empty without relative positions
    Scratch m_scratch;
    Number m_number;
    int m_width, m_heads;
};

}
