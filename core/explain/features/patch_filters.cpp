// core/explain/features/patch_filters.cpp
#include "core/explain/features/patch_filters.h"
#include "core/explain/features/principal_components.h"
#include "core/explain/tensor_values.h"
#include "core/model/network.h"
#include <torch/types.h>

namespace patchlight
{

Result<PatchFilters> patchFilters(const Network& network, int count)
{
    const torch::NoGradGuard noGraph;
    const auto parameters = network.named_parameters();
    const auto* weight = parameters.find("patch_embed.proj.weight"); // [D, channels, P, P]
    // A hybrid's patches are of what its convolutions put out; two channels are no colours.
    if (!weight || weight->size(1) != network.config().channels.value || weight->size(1) == 2)
        return fail(
            ErrorCode::Unsupported, "The patches of this network are not of pixels, so its filters have no colours.");
    if (count < 1)
        return fail(ErrorCode::InvalidOption, "At least one filter must be shown.");
    const auto components = principalComponents(weight->flatten(1), count);
    const auto size = components.directions.abs().amax(1, true).clamp_min(1e-12); // [count, 1]
    const auto pictures = components.directions / (2 * size) + 0.5;
    const auto side = weight->size(2), channels = weight->size(1);
    const auto all = pictures.view({-1, channels, side, side});
    const auto colours = channels == 1 ? all.expand({-1, 3, side, side}) : all.narrow(1, 0, 3); // of more the first three
    return PatchFilters{toArray(colours.permute({0, 2, 3, 1}).contiguous()), components.shares};
}

}
