// core/explain/steps/pass_steps.cpp
#include "core/explain/steps/pass_steps.h"
#include "core/explain/tensor_values.h"
#include "core/model/network.h"
#include "core/model/plain_inference.h"
#include "core/record/attention_hooks.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// Passes everything on, and keeps a block's middle beside it.
class MiddleListener : public StepListener
{
public:
    explicit MiddleListener(StepListener& inner) : m_inner(inner) { }
    void onStep(std::string_view step, const at::Tensor& values) override
    {
        if (step == "merged")
            before = values;
        if (step == "middle")
            middle = values;
        m_inner.onStep(step, values);
    }
    at::Tensor before, middle;

private:
    StepListener& m_inner;
};

std::vector<LayerAttention> layersFor(const Network& network, const at::Tensor& input)
{
    return network.checkInput(input) ? network.attentionLayout({static_cast<int>(input.size(2)), static_cast<int>(input.size(3))})
                                     : std::vector<LayerAttention>();
}

/// Logits and their softmax, which nobody computes where only maps are asked for.
void tellEnding(const ForwardOutput& output)
{
    if (output.embedding.defined())
        told("embedding", output.embedding);
    if (!output.logits.defined())
        return;
    if (output.logitsClass.defined())
        told("logits_class", output.logitsClass);
    if (output.logitsDistillation.defined())
        told("logits_distillation", output.logitsDistillation);
    told("logits", output.logits);
    told("probabilities", at::softmax(output.logits, -1));
}

/// A distilled network's class and distillation token have a head each.
at::Tensor readBy(const Network& network, const ForwardOutput& output, int token)
{
    const auto layout = network.tokenLayout({});
    if (!output.logitsClass.defined() || token >= layout.prefix())
        return output.logits;
    return token == layout.distillation().value ? output.logitsDistillation : output.logitsClass;
}

/// Called for every block's input, and for what the last one gives.
using Between = std::function<void(const at::Tensor& tokens)>;

struct LengthWalk {
    Network& network;
    AttentionHooks* hooks;
    std::optional<LayerIndex> only;
    bool blocks; ///< whether their steps are given on
    const std::vector<LayerAttention>& layers; ///< the network's, for this input
    StepSink sink;
    Between between;
};

Result<std::vector<TokenLengths>> walked(const LengthWalk& walk, const at::Tensor& input, const RunContext& run)
{
    const torch::NoGradGuard noGraph;
    auto& network = walk.network;
    if (const auto fits = network.checkInput(input); !fits)
        return fail(fits.error());
    if (walk.only && (walk.only->value < 0 || walk.only->value >= network.blockCount()))
        return fail(ErrorCode::InvalidOption,
            "There is no block " + std::to_string(walk.only->value) + "; this network has blocks 0 to "
                + std::to_string(network.blockCount() - 1) + ".");
    StepCollector collector(walk.layers, walk.sink);
    MiddleListener listener(collector);
    const Listening listening(listener);
    std::vector<TokenLengths> lengths;
    LastOutputs last(network);
    auto tokens = network.embed(input);
    if (walk.hooks)
        walk.hooks->onEmbedded(tokens);
    for (int l = 0; l < network.blockCount(); ++l) {
        if (run.cancel.requested())
            return cancelled();
        walk.between(tokens);
        listener.before = tokens;
        listener.middle = at::Tensor();
        collector.enter(LayerIndex{l}, walk.blocks && (!walk.only || walk.only->value == l));
        tokens = network.block(LayerIndex{l}, tokens, walk.hooks);
        last.add(LayerIndex{l}, tokens);
        if (!collector.outcome())
            return fail(collector.outcome().error());
        lengths.push_back(tokenLengths(
            listener.before[0], listener.middle.defined() ? listener.middle[0] : at::Tensor(), tokens[0]));
        run.step("block", l + 1, network.blockCount());
    }
    walk.between(tokens);
    collector.enter(std::nullopt);
    tellEnding(network.finish(last.all()));
    if (!collector.outcome())
        return fail(collector.outcome().error());
    return lengths;
}

}

Result<std::vector<TokenLengths>> everyStep(Network& network, const at::Tensor& input, std::optional<LayerIndex> only,
    const StepSink& sink, AttentionHooks* hooks, const RunContext& run)
{
    const auto layers = layersFor(network, input);
    return walked({network, hooks, only, true, layers, sink, [](const at::Tensor&) {}}, input, run);
}

Result<PassSteps> passSteps(Network& network, const at::Tensor& input, AttentionHooks* hooks, const RunContext& run)
{
    PassSteps pass;
    pass.layers = layersFor(network, input);
    const auto keep = [&](const std::string& name, NdArray&& values) -> Result<void> {
        pass.outside.add(name, std::move(values));
        return {};
    };
    auto lengths = walked({network, hooks, std::nullopt, false, pass.layers, keep,
                              [&](const at::Tensor& tokens) { pass.inputs.push_back(toArray(tokens)); }},
        input, run);
    if (!lengths)
        return fail(lengths.error());
    pass.lengths = std::move(*lengths);
    pass.last = std::move(pass.inputs.back());
    pass.inputs.pop_back();
    return pass;
}

Result<Steps> blockSteps(Network& network, const PassSteps& pass, LayerIndex layer, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    if (layer.value < 0 || layer.value >= static_cast<int>(pass.inputs.size()))
        return fail(ErrorCode::InvalidOption, "There is no block " + std::to_string(layer.value) + ".");
    Steps steps;
    const auto folder = blockFolder(layer);
    StepCollector collector(pass.layers, [&](const std::string& name, NdArray&& values) -> Result<void> {
        if (name.starts_with(folder))
            steps.add(name.substr(folder.size()), std::move(values));
        return {};
    });
    collector.enter(layer);
    const Listening listening(collector);
    const auto given = viewOf(pass.inputs[static_cast<std::size_t>(layer.value)]);
    network.block(layer, given.to(network.parameters().front().options()), hooks);
    return steps;
}

NdArray endingAfter(Network& network, const PassSteps& pass, LayerIndex layer, std::optional<int> token)
{
    const torch::NoGradGuard noGraph;
    const auto next = static_cast<std::size_t>(layer.value) + 1;
    const auto& array = next < pass.inputs.size() ? pass.inputs[next] : pass.last;
    auto tokens = viewOf(array).to(network.parameters().front().options());
    if (network.config().classes.value == 0 || !network.readable(tokens))
        return {};
    if (token) {
        const auto one = tokens.flatten(1, -2).select(1, *token); // [1, D]
        auto shape = std::vector<std::int64_t>(static_cast<std::size_t>(tokens.dim()), 1);
        shape.back() = one.size(-1);
        tokens = one.view(shape).expand_as(tokens); // whatever the head reads, it reads this token
    }
    const auto output = network.finish(tokens);
    return toArray((token ? readBy(network, output, *token) : output.logits)[0]);
}

}
