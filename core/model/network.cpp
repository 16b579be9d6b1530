// core/model/network.cpp
#include "core/model/network.h"
#include "core/base/family.h"
#include "core/record/attention_hooks.h"
#include <algorithm>
#include <charconv>
#include <torch/types.h>

namespace patchlight
{

Result<void> Network::checkInput(const at::Tensor& input) const
{
    const int patch = config().patch.value;
    if (input.dim() != 4 || input.size(1) != 3 || input.size(0) < 1)
        return fail(ErrorCode::InvalidOption, "the network's input must be pictures of shape [B, 3, H, W]");
    const auto rows = input.size(2), columns = input.size(3);
    if (!traitsOf(config().family).attends && rows >= patch && columns >= patch)
        return {}; // convolutions take any sides
    if (rows < patch || columns < patch || rows % patch != 0 || columns % patch != 0)
        return fail(ErrorCode::InvalidOption,
            "an input of " + std::to_string(columns) + " × " + std::to_string(rows) + " pixels does not divide into "
                + "patches of " + std::to_string(patch) + "; choose sides that are multiples of it");
    return {};
}

Result<ForwardOutput> Network::forward(const at::Tensor& input, AttentionHooks* hooks, const RunContext& run)
{
    if (const auto fits = checkInput(input); !fits)
        return fail(fits.error());
    auto tokens = embed(input);
    if (hooks)
        hooks->onEmbedded(tokens);
    LastOutputs last(*this);
    for (int layer = 0; layer < blockCount(); ++layer) {
        if (run.cancel.requested())
            return cancelled();
        tokens = block(LayerIndex{layer}, tokens, hooks);
        last.add(LayerIndex{layer}, tokens);
        run.step("block", layer + 1, blockCount());
    }
    auto output = finish(last.all());
    output.last = tokens;
    return output;
}

ForwardOutput Network::finish(const at::Tensor& tokens)
{
    return finish(std::vector<at::Tensor>(static_cast<std::size_t>(blocksRead()), tokens));
}

bool Network::readable(const at::Tensor& tokens) const
{
    return tokens.size(-1) == lastWidth(config());
}

namespace
{

/// The number after `word` in a parameter's name; −1 where the word is not there.
int numberAfter(const std::string& name, std::string_view word)
{
    const auto at = name.find(word);
    int number = -1;
    if (at != std::string::npos)
        std::from_chars(name.data() + at + word.size(), name.data() + name.size(), number);
    return number;
}

int blocksBefore(const ModelConfig& config, int stage)
{
    int count = 0;
    for (int s = 0; s < stage; ++s)
        count += config.depths.value[static_cast<std::size_t>(s)];
    return count;
}

}

/// Canonical names are timm's: "blocks.3.", "blocks_token_only.0.", "layers.1.blocks.0.", "stages.1.blocks.0.",
/// "layer2.0." (ResNet); what lies between two stages belongs to the second.
int Network::blockOf(const std::string& name) const
{
    if (name.starts_with("blocks."))
        return numberAfter(name, "blocks.");
    if (name.starts_with("blocks_token_only."))
        return blockCount() - config().classBlocks + numberAfter(name, "blocks_token_only.");
    for (const std::string_view stages : {"layers.", "stages."})
        if (name.starts_with(stages))
            return blocksBefore(config(), numberAfter(name, stages)) + std::max(numberAfter(name, ".blocks."), 0);
    if (const int stage = name.starts_with("layer") ? numberAfter(name, "layer") : -1; stage > 0)
        return blocksBefore(config(), stage - 1) + std::max(numberAfter(name, "."), 0);
    for (const std::string_view end : {"head", "norm.", "fc_norm", "pre_logits", "attn_pool", "fc.", "proj."})
        if (name.starts_with(end))
            return blockCount();
    return -1;
}

void LastOutputs::add(LayerIndex layer, const at::Tensor& tokens)
{
    if (layer.value >= m_from)
        m_outputs.push_back(m_copies ? tokens.clone() : tokens);
}

void makeTrainable(Network& network)
{
    for (auto& parameter : network.parameters()) {
        parameter.set_data(parameter.detach().clone());
        parameter.requires_grad_(true);
    }
}

}
