// core/explain/features/features.cpp
#include "core/explain/features/features.h"
#include "core/explain/layer_range.h"
#include "core/explain/tensor_values.h"
#include "core/model/network.h"
#include "core/record/attention_hooks.h"
#include <torch/types.h>

namespace patchlight
{

Result<NdArray> featuresAfter(
    Network& network, const at::Tensor& input, LayerIndex after, const RunContext& run, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    if (const auto valid = checkLayer(network.blockCount(), after); !valid)
        return fail(valid.error());
    auto tokens = network.embed(input);
    if (hooks)
        hooks->onEmbedded(tokens);
    for (int l = 0; l <= after.value; ++l) {
        if (run.cancel.requested())
            return cancelled();
        tokens = network.block(LayerIndex{l}, tokens, hooks);
        run.step("block", l + 1, after.value + 1);
    }
    return toArray(tokens);
}

PatchFeatures patchFeatures(const NdArray& features, const TokenLayout& layout)
{
    const auto tokens = toTensor(features)[0]; // [T, D] or [rows, columns, D]
    if (tokens.dim() == 3)
        return {tokens.flatten(0, 1), {static_cast<int>(tokens.size(0)), static_cast<int>(tokens.size(1))}};
    return {tokens.slice(0, layout.prefix()), layout.grid};
}

}
