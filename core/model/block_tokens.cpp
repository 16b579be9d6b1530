// core/model/block_tokens.cpp
#include "core/model/block_tokens.h"
#include "core/model/pass_memory.h"
#include <ATen/ATen.h>
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
    const bool whole = std::none_of(m_tokens.begin(), m_tokens.end(), [](const auto& each) { return !each.values; });
    return whole ? std::make_shared<const std::vector<KeptTokens>>(std::move(m_tokens)) : nullptr;
}

void BlockTokensKeeper::onEmbedded(at::Tensor& tokens)
{
    PassingHooks::onEmbedded(tokens);
    store(0, tokens);
}

void BlockTokensKeeper::onBlock(LayerIndex layer, const at::Tensor& tokens)
{
    PassingHooks::onBlock(layer, tokens);
    store(layer.value + 1, tokens);
}

void BlockTokensKeeper::store(int before, const at::Tensor& tokens)
{
    const auto count = static_cast<std::size_t>(tokens.numel());
    const std::shared_ptr<float[]> values(new float[count]); // make_shared would clear it, by one thread
    at::from_blob(values.get(), tokens.sizes(), at::kFloat).copy_(tokens.detach());
    m_tokens.at(static_cast<std::size_t>(before)) = {tokens.sizes().vec(), values, count};
}

at::Tensor viewOf(const KeptTokens& tokens)
{
    return at::from_blob(const_cast<float*>(tokens.values.get()), tokens.shape, at::kFloat);
}

BlockTokens keptTokens(const AttentionRecord* record, const at::Tensor& input)
{
    return record && input.is_cpu() ? record->blockTokens() : nullptr;
}

std::vector<at::Tensor> lastOutputs(const Network& network, const std::vector<KeptTokens>& tokens)
{
    LastOutputs last(network);
    for (int l = 0; l < network.blockCount(); ++l)
        last.add(LayerIndex{l}, viewOf(tokens.at(static_cast<std::size_t>(l) + 1)));
    return last.all();
}

}
