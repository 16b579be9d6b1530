// core/model/block_tokens.h: keeps what the blocks of a forward pass were given, for a way back that would need them.
#pragma once
#include "core/model/network.h"
#include "core/record/passing_hooks.h"

namespace patchlight
{

/// Copies the tokens between the blocks.
class BlockTokensKeeper : public PassingHooks
{
public:
    /// Whether a record of such a pass keeps them: one picture, on a processor, whose blocks' graphs do not fit.
    static bool wanted(const Network& network, const at::Tensor& input);
    BlockTokensKeeper(int blocks, AttentionHooks* inner);
    /// Null where blocks were left out. Call once, after the run.
    BlockTokens take();

    void onEmbedded(at::Tensor& tokens) override;
    void onBlock(LayerIndex layer, const at::Tensor& tokens) override;
    /// What comes before block `before`; for whoever runs the blocks without telling it. One copy, by all threads.
    void store(int before, const at::Tensor& tokens);

private:
    std::vector<KeptTokens> m_tokens;
};

/// What a record (null for none) holds for a way back from where `input` is; null where that is nothing.
BlockTokens keptTokens(const AttentionRecord* record, const at::Tensor& input);
/// Without a copy: what it views must outlive it.
at::Tensor viewOf(const KeptTokens& tokens);
/// What the network's finish reads, as views of what such a pass kept.
std::vector<at::Tensor> lastOutputs(const Network& network, const std::vector<KeptTokens>& tokens);

}
