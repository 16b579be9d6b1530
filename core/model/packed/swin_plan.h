// core/model/packed/swin_plan.h: the blocks of a Swin, packed; windows are ways of reading rows, never copies.
#pragma once
#include "core/model/packed/mlp.h"
#include "core/model/packed/plan.h"
#include "core/model/swin.h"
#include <optional>

namespace patchlight::packed
{

class SwinPlan : public Plan
{
public:
    SwinPlan(Swin& network, Number number);
    at::Tensor block(LayerIndex layer, const at::Tensor& tokens, float* queryKey, int wanted) override;

private:
    struct Merging {
        Merging(const PatchMergingImpl& merging, Number number, int rows);
        Norm norm;
        Linear reduction;
        bool normLast;
    };
    /// How a grid of one size is cut; made again when the size changes.
    struct Cut {
        WindowPlan plan;
        std::vector<int> rows; ///< [windows·W²]: the token at each place of each window, −1 = padding
        std::vector<int> regions; ///< [windows·W²]; empty without a shift
    };
    struct Block {
        Block(const SwinBlockImpl& block, Number number, int tokens, int windowRows);
        Norm norm1;
        Linear queryKey, value, proj;
        Mlp mlp;
        std::vector<float> bias; ///< [H, W², W²]
        std::vector<float> lengths; ///< second version: of the heads of q, then of k; empty in the first
        float scale; ///< multiplies the products of q and k
        std::optional<Merging> merging;
        Cut cut;
        int heads, width;
    };
    at::Tensor merge(Merging& merging, const at::Tensor& tokens);
    void cutWindows(const Block& block, const float* x, int batch, int count);
    void project(Block& block, float* x, int rows);
    void attend(const Block& block, const float* queryKey, int picture);
    void cutGrid(Block& block, LayerIndex layer, GridSize grid) const;

    const Swin& m_network;
    std::vector<Block> m_blocks;
    Scratch m_scratch;
    Number m_number;
};

}
