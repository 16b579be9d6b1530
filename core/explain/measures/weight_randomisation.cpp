// core/explain/measures/weight_randomisation.cpp
#include "core/explain/measures/weight_randomisation.h"
#include "core/explain/from_network.h"
#include "core/explain/gradients/class_target.h"
#include "core/explain/measures/similarity.h"
#include "core/explain/methods.h"
#include "core/model/initialise.h"
#include <ATen/Context.h>
#include <cmath>
#include <torch/types.h>

namespace patchlight
{
namespace
{

std::string nameOfStep(int step, int blocks)
{
    if (step == 0)
        return "head";
    return step > blocks ? "embedding" : "block " + std::to_string(blocks - step);
}

Grid<float> sizes(Grid<float> map)
{
    for (float& value : map.values())
        value = std::abs(value);
    return map;
}

/// A network that shares all weights with the given one.
Result<std::shared_ptr<Network>> sharing(Network& network)
{
    auto copy = makeNetwork(network.config());
    if (!copy)
        return copy;
    const auto from = network.named_parameters();
    for (auto& to : (*copy)->named_parameters())
        to.value().set_data(from[to.key()].detach());
    return copy;
}

void randomise(Network& network, int step)
{
    const torch::NoGradGuard noGraph;
    for (auto& parameter : network.named_parameters()) {
        if (randomisationStep(parameter.key(), network) != step)
            continue;
        auto drawn = at::empty(parameter.value().sizes()); // on the processor: the same weights on every device
        initialiseParameter(parameter.key(), drawn);
        parameter.value().set_data(drawn.to(parameter.value().options()));
    }
}

/// The class stays that of the untouched network.
Result<ExplainRequest> withTarget(
    Network& network, const at::Tensor& input, ExplainRequest request, const RunContext& run, AttentionHooks* hooks)
{
    if (methodInfo(request.method).needs != Needs::Class || request.target || request.embedding)
        return request;
    const torch::NoGradGuard noGraph;
    const auto output = network.forward(input, hooks, run);
    if (!output)
        return fail(output.error());
    if (const auto valid = resolveTarget(*output, request); !valid)
        return fail(valid.error());
    return request;
}

}

int randomisationStep(const std::string& name, const Network& network)
{
    return network.blockCount() - network.blockOf(name);
}

Result<RandomisationSteps> weightRandomisation(Network& network, const at::Tensor& input, const ExplainRequest& asked,
    unsigned seed, const RunContext& run, AttentionHooks* hooks)
{
    if (const auto ordered = checkHasOrder(asked.method); !ordered)
        return fail(ordered.error());
    const RunContext quiet{run.cancel, {}};
    const auto request = withTarget(network, input, asked, quiet, hooks);
    if (!request)
        return fail(request.error());
    const auto untouched = explainFromNetwork(network, input, nullptr, *request, quiet, hooks);
    if (!untouched)
        return fail(untouched.error());
    const auto copy = sharing(network);
    if (!copy)
        return fail(copy.error());
    at::manual_seed(seed);
    const int blocks = network.blockCount();
    RandomisationSteps out;
    for (int step = 0; step <= blocks + 1; ++step) {
        randomise(**copy, step);
        const auto map = explainFromNetwork(**copy, input, nullptr, *request, quiet, hooks);
        if (!map)
            return fail(map.error());
        out.push_back({nameOfStep(step, blocks), rankSimilarity(untouched->map, map->map),
            rankSimilarity(sizes(untouched->map), sizes(map->map))});
        run.step("randomised", step + 1, blocks + 2);
    }
    return out;
}

}
