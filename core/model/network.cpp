// core/model/network.cpp
#include "core/model/network.h"
#include "core/record/attention_hooks.h"
#include <torch/types.h>

namespace patchlight
{

Result<void> Network::checkInput(const at::Tensor& input) const
{
    const int patch = config().patch.value;
    if (input.dim() != 4 || input.size(1) != config().channels.value || input.size(0) < 1)
        return fail(ErrorCode::InvalidOption, "the network's input must be pictures of shape [B, "
                + std::to_string(config().channels.value) + ", H, W]");
    const auto rows = input.size(2), columns = input.size(3);
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
    for (int layer = 0; layer < blockCount(); ++layer) {
        if (run.cancel.requested())
            return cancelled();
        tokens = block(LayerIndex{layer}, tokens, hooks);
        run.step("block", layer + 1, blockCount());
    }
    return finish(tokens);
}

void makeTrainable(Network& network)
{
    for (auto& parameter : network.parameters()) {
        parameter.set_data(parameter.detach().clone());
        parameter.requires_grad_(true);
    }
}

}
