// core/model/block_tokens.cpp
#include "core/model/block_tokens.h"
#include "core/model/pass_memory.h"
#include "core/model/plain_inference.h"
#include <algorithm>

namespace patchlight
{

bool BlockTokensKeeper::wanted(const Network& network, const at::Tensor& input)
{
    const GridSize size{static_cast<int>(input.size(-2)), static_cast<int>(input.size(-1))};
    return input.is_cpu() && input.size(0) == 1 && !graphsFit(network, size);
}

BlockTokensKeeper::BlockTokensKeeper(int blocks, AttentionHooks* inner)
    : PassingHooks(inner), m_tokens(static_cast<std::size_t>(blocks) + 1)
{
}

BlockTokens BlockTokensKeeper::take()
{
    const bool whole = std::none_of(m_tokens.begin(), m_tokens.end(), [](const auto& each) { return each.empty(); });
    return whole ? std::make_shared<const std::vector<NdArray>>(std::move(m_tokens)) : nullptr;
}

void BlockTokensKeeper::onEmbedded(at::Tensor& tokens)
{
    PassingHooks::onEmbedded(tokens);
    m_tokens.front() = arrayOf(tokens);
}

void BlockTokensKeeper::onBlock(LayerIndex layer, const at::Tensor& tokens)
{
    PassingHooks::onBlock(layer, tokens);
    m_tokens.at(static_cast<std::size_t>(layer.value) + 1) = arrayOf(tokens);
}

BlockTokens keptTokens(const AttentionRecord* record, const at::Tensor& input)
{
    return record && input.is_cpu() ? record->blockTokens() : nullptr;
}

std::vector<at::Tensor> lastOutputs(const Network& network, const std::vector<NdArray>& tokens)
{
    LastOutputs last(network);
    for (int l = 0; l < network.blockCount(); ++l)
        last.add(LayerIndex{l}, viewOf(tokens.at(static_cast<std::size_t>(l) + 1)));
    return last.all();
}

}
