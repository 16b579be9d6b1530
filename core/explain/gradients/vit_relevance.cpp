// core/explain/gradients/vit_relevance.cpp
#include "core/explain/gradients/vit_relevance.h"
#include "core/base/family.h"
#include "core/explain/gradients/class_target.h"
#include "core/explain/gradients/lrp_rules.h"
#include "core/model/products.h"
#include "core/model/vit.h"
#include "core/record/attention_hooks.h"
#include <cmath>
#include <torch/csrc/autograd/autograd.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

at::Tensor scaled(LayerScale& gamma, const at::Tensor& branch)
{
    return gamma.is_empty() ? branch : gamma(branch);
}

struct MlpValues {
    at::Tensor input, hidden, output;
};

/// The MLP's steps; `hidden` is what fc2 reads.
MlpValues mlpValues(MlpBlock& mlp, const at::Tensor& x, Activation activation)
{
    MlpValues v{x, {}, {}};
    const auto h = mlp->fc1(x);
    v.hidden = activation == Activation::QuickGelu ? h * at::sigmoid(1.702 * h)
                                                   : at::gelu(h, activation == Activation::GeluTanh ? "tanh" : "none");
    v.output = mlp->fc2(v.hidden);
    return v;
}

struct AttentionValues {
    at::Tensor input, mixed, output; ///< [1, T, D]
    at::Tensor q, k, v; ///< [1, H, T, d]
    at::Tensor weights; ///< [1, H, T, T]
};

/// softmax(q·kᵀ/√d) as an intervention leaves it.
at::Tensor attentionWeights(const AttentionValues& at, LayerIndex l, AttentionHooks* hooks)
{
    const double scale = 1 / std::sqrt(static_cast<double>(at.q.size(3)));
    auto weights = at::softmax(scoreProduct(at.q, at.k, scale), -1);
    if (hooks && hooks->wantsWeights(l))
        hooks->onWeights(l, weights);
    return weights;
}

AttentionValues attentionValues(
    Attention& attn, const at::Tensor& x, std::int64_t heads, LayerIndex l, AttentionHooks* hooks)
{
    const auto width = x.size(2);
    AttentionValues out;
    out.input = x;
    const auto parts = attn->qkv(x).view({1, x.size(1), 3, heads, width / heads}).permute({2, 0, 3, 1, 4});
    out.q = attn->qNorm.is_empty() ? parts[0] : attn->qNorm(parts[0]);
    out.k = attn->kNorm.is_empty() ? parts[1] : attn->kNorm(parts[1]);
    out.v = parts[2];
    out.weights = attentionWeights(out, l, hooks);
    out.mixed = mixProduct(out.weights, out.v);
    out.output = attn->proj(out.mixed);
    return out;
}

struct AttentionRelevance {
    at::Tensor input, weights; ///< [1, T, D], [H, T, T]
};

AttentionRelevance throughAttention(Attention& attn, const AttentionValues& at, const at::Tensor& relevance)
{
    const auto atMixed = lrp::linear(at.mixed, attn->proj->weight, relevance); // [1, T, D]
    const auto byHead = atMixed.view({1, atMixed.size(1), at.q.size(1), -1}).transpose(1, 2); // [1, H, T, d]
    const auto [toWeights, toV] = lrp::product(at.weights, at.v, byHead);
    const auto [toQ, toKeys] = lrp::product(at.q, at.k.transpose(-2, -1), toWeights); // toKeys [1, H, d, T]
    const auto toQkv = at::stack({toQ, toKeys.transpose(-2, -1), toV}) // [3, 1, H, T, d]
                           .permute({1, 3, 0, 2, 4})
                           .flatten(2); // [1, T, 3·D]
    return {lrp::linear(at.input, attn->qkv->weight, toQkv), toWeights[0]};
}

}

Result<VitRelevance> VitRelevance::make(Network& network)
{
    auto* vit = dynamic_cast<Vit*>(&network);
    if (const auto why = whyNotPlain(network.config()); !vit || !why.empty())
        return fail(ErrorCode::Unsupported,
            "Attribution cannot be asked of this network: " + std::string(why) + "; use relevancy.");
    return VitRelevance(*vit);
}

at::Tensor VitRelevance::parameter(const std::string& name) const
{
    const auto all = m_network->named_parameters();
    const auto* found = all.find(name);
    return found ? *found : at::Tensor();
}

/// `share` of the relevance from the target's logit to the pooled token: [1, D].
at::Tensor VitRelevance::throughHead(
    const std::string& name, const at::Tensor& token, ClassIndex target, double share) const
{
    const auto& c = m_network->config();
    const auto normed = c.fcNorm ? at::layer_norm(token, {token.size(1)}, parameter("fc_norm.weight"),
                            parameter("fc_norm.bias"), c.fcNormEps > 0 ? c.fcNormEps : c.normEps.value)
                                 : token;
    const auto hidden = c.preLogits > 0
        ? headActivation(at::linear(normed, parameter("pre_logits.fc.weight"), parameter("pre_logits.fc.bias")),
            c.headActivation.value)
        : normed;
    const auto weight = parameter(name);
    auto one = at::zeros({1, weight.size(0)}, token.options());
    one[0][target.value] = share;
    const auto atHidden = lrp::linear(hidden, weight, one);
    return c.preLogits > 0 ? lrp::linear(normed, parameter("pre_logits.fc.weight"), atHidden) : atHidden;
}

at::Tensor VitRelevance::throughPooling(const at::Tensor& tokens, ClassIndex target) const
{
    auto relevance = at::zeros_like(tokens); // [1, T, D]
    switch (m_network->config().pooling.value) {
    case Pooling::ClassToken:
        relevance.select(1, 0).copy_(throughHead("head.weight", tokens.select(1, 0), target, 1));
        break;
    case Pooling::ClassAndDistillation: {
        const auto both = m_network->finish(m_relevance);
        const double a = std::abs(both.logitsClass[0][target.value].item<double>());
        const double b = std::abs(both.logitsDistillation[0][target.value].item<double>());
        const double ofClass = a + b > 0 ? a / (a + b) : 0.5;
        relevance.select(1, 0).copy_(throughHead("head.weight", tokens.select(1, 0), target, ofClass));
        relevance.select(1, 1).copy_(throughHead("head_dist.weight", tokens.select(1, 1), target, 1 - ofClass));
        break;
    }
    case Pooling::ClassAndPatches:
    case Pooling::LastClassesAndPatches:
    case Pooling::Probe:
        break; // refused by make
    case Pooling::AveragePatches: {
        const auto patches = tokens.slice(1, m_network->tokenLayout({}).prefix()); // [1, N, D]
        const auto pooled = throughHead("head.weight", patches.mean(1), target, 1);
        const auto share = lrp::safeDivide(pooled, patches.sum(1)).unsqueeze(1);
        relevance.slice(1, m_network->tokenLayout({}).prefix()).copy_(patches * share);
        break;
    }
    }
    return relevance;
}

at::Tensor VitRelevance::atEmbedding(const at::Tensor& lastTokens, const ExplainRequest& request) const
{
    const torch::AutoGradMode graph(true);
    ExplainRequest raises = request;
    raises.lowers = false;
    const auto output = m_network->finish(lastTokens.detach().requires_grad_(true));
    const auto gradient = torch::autograd::grad({targetValue(output, raises).sum()}, {output.tokens});
    return output.tokens.detach() * gradient[0];
}

void VitRelevance::start(const at::Tensor& lastTokens, const ExplainRequest& request)
{
    if (request.embedding) {
        m_relevance = atEmbedding(lastTokens, request);
        return;
    }
    const torch::NoGradGuard noGraph;
    m_relevance = lastTokens; // throughPooling may want to see both heads' logits
    m_relevance = throughPooling(m_network->finish(lastTokens).tokens, *request.target);
}

at::Tensor VitRelevance::through(LayerIndex l, const at::Tensor& x, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    auto block = m_network->blocks().at(static_cast<std::size_t>(l.value));
    const auto attention = attentionValues(
        block->attn, block->norm1(x), m_network->config().heads.value.front(), l, hooks);
    const auto attended = scaled(block->ls1, attention.output);
    const auto middle = x + attended;
    const auto mlp = mlpValues(block->mlp, block->norm2(middle), m_network->config().activation.value);

    auto [skipped, branch] = lrp::add(middle, scaled(block->ls2, mlp.output), m_relevance);
    branch = lrp::linear(mlp.input, block->mlp->fc1->weight, lrp::linear(mlp.hidden, block->mlp->fc2->weight, branch));
    auto [kept, attending] = lrp::add(x, attended, skipped + branch);
    auto through = throughAttention(block->attn, attention, attending);
    m_relevance = kept + through.input;
    return through.weights;
}

}
