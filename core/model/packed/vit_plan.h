// core/model/packed/vit_plan.h: the blocks of a ViT, packed.
#pragma once
#include "core/model/packed/mlp.h"
#include "core/model/packed/plan.h"
#include "core/model/vit.h"
#include <optional>

namespace patchlight::packed
{

class VitPlan : public Plan
{
public:
    VitPlan(Vit& network, Number number);
    at::Tensor block(LayerIndex layer, const at::Tensor& tokens, float* queryKey) override;

private:
    struct Block {
        Block(const VitBlockImpl& block, Number number, int rows);
        Norm norm1;
        Linear queryKey, value, proj;
        std::optional<Norm> queryNorm, keyNorm;
        Mlp mlp;
    };
    void attend(const float* queryKey, int batch, int tokens);
    void normHeads(const Block& block, float* queryKey, int rows) const;

    std::vector<Block> m_blocks;
    Scratch m_scratch;
    Number m_number;
    int m_width, m_heads;
};

}
