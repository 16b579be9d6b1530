// core/explain/gradients/gradient_walk.cpp
#include "core/explain/gradients/gradient_walk.h"
#include "core/explain/attention/fused_rows.h"
#include "core/explain/attention/merging.h"
#include "core/explain/layer_range.h"
#include "core/explain/query_weights.h"
#include "core/explain/tensor_values.h"
#include "core/explain/token_map.h"
#include "core/record/window_cells.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

/// In place: the heads of a large block are large.
at::Tensor fuseHeads(const at::Tensor& heads, const at::Tensor& shares, HeadFusion fusion)
{
    if (fusion == HeadFusion::Mean)
        return heads.mul_(shares.view({-1, 1, 1})).sum(-3);
    const auto chosen = heads.index_select(-3, shares.nonzero().flatten());
    return fusion == HeadFusion::Max ? chosen.amax(-3) : chosen.amin(-3);
}

/// Those whose weights an intervention made zeros; a softmax never does. weights [H, T, T]; Swin [windows, H, W², W²].
std::vector<int> silentHeads(const at::Tensor& weights)
{
    const auto heads = weights.size(-3);
    const auto most = toValues(weights.reshape({-1, heads, weights.size(-1) * weights.size(-2)}).amax(2).amax(0));
    std::vector<int> silent;
    for (std::size_t h = 0; h < most.size(); ++h)
        if (most[h] == 0)
            silent.push_back(static_cast<int>(h));
    return silent;
}

/// Swin's start: what each output cell adds to the target, as parts of a whole.
at::Tensor startOfSwin(const BlockBackward& pass)
{
    const auto added = pass.outputShares().clamp_min(0); // [cells]
    const auto sum = added.sum();
    return sum.item<float>() > 0 ? added / sum : at::full_like(added, 1.0 / static_cast<double>(added.numel()));
}

Result<at::Tensor> startWeights(const NetworkTask& task, const BlockBackward& pass, const LayerAttention& last)
{
    const bool probed = task.network.config().pooling.value == Pooling::Probe; // asks the tokens unevenly, too
    if ((last.windows || probed) && task.request.query.kind == Query::Kind::Default)
        return startOfSwin(pass).to(at::kFloat);
    const auto weights = queryWeights(task.layout(), last.grid, task.request.query);
    if (!weights)
        return fail(weights.error());
    return toTensor(*weights, task.input.device());
}

Explanation answer(const NetworkTask& task, const ExplainRequest& request, GridSize grid, const at::Tensor& r)
{
    const auto values = toValues(r);
    Explanation out;
    out.map = patchMap(task.layout(), grid, values);
    out.isSigned = isDifference(request.query);
    if (!out.isSigned)
        out.shares = tokenShares(task.layout(), values);
    out.request = request;
    return out;
}

/// A chosen token may have no part in the class: an empty map would not say so.
bool reachesNothing(const NetworkTask& task, const at::Tensor& r)
{
    return isChosen(task.layout(), task.request.query)
        && r.slice(0, task.layout().prefix()).count_nonzero().item<std::int64_t>() == 0;
}

/// One layer further towards the picture.
Result<at::Tensor> follow(const NetworkTask& task, const BlockGradient& block, const LayerAttention& layer,
    LayerIndex l, const at::Tensor& r, const GradientStep& step)
{
    if (!block.weights.defined() || static_cast<int>(layer.silentHeads.size()) == layer.heads)
        return r;
    const auto fused = positiveProduct(block, task.request, layer, l);
    if (!fused)
        return fail(fused.error());
    return step(r, WindowProduct(layer, *fused));
}

/// The blocks' weights and gradients, last first.
class WayBack
{
public:
    WayBack(const NetworkTask& task, BlockBackward& pass, std::vector<LayerAttention>& layers, const ExplainRequest& range)
        : m_task(task), m_pass(pass), m_layers(layers), m_first(range.startLayer->value), m_end(range.endLayer->value)
    {
    }
    /// Weights that are to be replaced are wanted of every block, since that of the last begins their own way.
    void wantAll() { m_end = m_pass.blockCount() - 1; }
    /// All gradients at once, without the weights, so that the graphs' memory is free again: whole, as what is kept is
    /// copied to one place.
    Result<void> goAhead()
    {
        m_ahead.resize(static_cast<std::size_t>(m_pass.blockCount()));
        at::Tensor kept; // [L, H, T, T]
        for (int l = m_pass.blockCount() - 1; l >= m_first; --l) {
            if (m_task.run.cancel.requested())
                return cancelled();
            const auto gradient = through(l).gradient;
            if (!gradient.defined())
                continue;
            if (!kept.defined())
                kept = at::empty({l + 1, gradient.size(0), gradient.size(1), gradient.size(2)}, gradient.options());
            m_ahead[static_cast<std::size_t>(l)].gradient = kept[l].copy_(gradient);
        }
        m_pass.forget();
        return {};
    }
    BlockGradient take(int l) { return m_ahead.empty() ? through(l) : std::move(m_ahead[static_cast<std::size_t>(l)]); }

private:
    BlockGradient through(int l)
    {
        auto block = l > m_first ? m_pass.through(LayerIndex{l}, l <= m_end) : m_pass.atWeights(LayerIndex{l});
        if (m_task.hooks && block.weights.defined())
            m_layers[static_cast<std::size_t>(l)].silentHeads = silentHeads(block.weights);
        return block;
    }

    const NetworkTask& m_task;
    BlockBackward& m_pass;
    std::vector<LayerAttention>& m_layers;
    int m_first, m_end;
    std::vector<BlockGradient> m_ahead;
};

}

WindowProduct::WindowProduct(const LayerAttention& layer, const at::Tensor& fused)
    : m_fused((layer.windows ? fused : fused.unsqueeze(0)).to(at::kFloat)),
      m_count(layer.windows ? layer.grid.count() : layer.tokens)
{
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    std::vector<std::int64_t> tokens;
    for (int w = 0; w < windows; ++w)
        for (const int token : windowTokens(layer, w))
            tokens.push_back(token >= 0 ? token : m_count);
    m_tokens = at::tensor(tokens, at::kLong).view({windows, layer.tokens}).to(m_fused.device());
}

at::Tensor WindowProduct::gathered(const at::Tensor& tokens) const
{
    return at::cat({tokens, at::zeros({1}, tokens.options())}).index({m_tokens});
}

at::Tensor WindowProduct::scattered(const at::Tensor& windows) const
{
    return at::zeros({m_count + 1}, windows.options())
        .index_add(0, m_tokens.flatten(), windows.flatten())
        .slice(0, 0, m_count);
}

at::Tensor WindowProduct::times(const at::Tensor& r) const
{
    return scattered(at::matmul(gathered(r).unsqueeze(1), m_fused).squeeze(1));
}

at::Tensor WindowProduct::rowSums() const
{
    const auto real = gathered(at::ones({m_count}, m_fused.options())); // [windows, W²]
    return scattered(at::matmul(m_fused, real.unsqueeze(-1)).squeeze(-1));
}

Result<at::Tensor> positiveProduct(
    const BlockGradient& block, const ExplainRequest& request, const LayerAttention& layer, LayerIndex index)
{
    const auto shares = headShares(request, layer, index);
    if (!shares)
        return fail(shares.error());
    return fuseHeads((block.weights * block.gradient).clamp_min_(0), toTensor(*shares, block.weights.device()),
        fusionOf(request.head));
}

Result<Explanation> walkGradients(const NetworkTask& task, const GradientStep& step, const WeightSource& source)
{
    auto layers = task.network.attentionLayout(task.size());
    ExplainRequest request = task.request;
    if (const auto valid = resolveLayers(static_cast<int>(layers.size()), request); !valid)
        return fail(valid.error());
    auto pass = BlockBackward::forward(task, task.input);
    if (!pass)
        return fail(pass.error());
    pass->start(request);
    auto r = startWeights(task, *pass, layers.back());
    if (!r)
        return fail(r.error());
    WayBack back(task, *pass, layers, request);
    if (source)
        back.wantAll();
    if (source && pass->keepsGraphs())
        if (const auto gone = back.goAhead(); !gone)
            return fail(gone.error());
    const int first = request.startLayer->value;
    for (int l = pass->blockCount() - 1; l >= first; --l) {
        if (task.run.cancel.requested())
            return cancelled();
        auto& layer = layers[static_cast<std::size_t>(l)];
        auto block = back.take(l);
        if (source && block.gradient.defined()) {
            auto weights = source(LayerIndex{l});
            if (!weights)
                return fail(weights.error());
            block.weights = std::move(*weights);
        }
        if (l <= request.endLayer->value)
            r = follow(task, block, layer, LayerIndex{l}, *r, step);
        if (!r)
            return fail(r.error());
        if (l > first)
            *r = toTensor(spreadToChildren(toValues(*r), layer.grid, layers[static_cast<std::size_t>(l - 1)].grid),
                task.input.device());
        task.run.step("backward", pass->blockCount() - l, pass->blockCount() - first);
    }
    if (reachesNothing(task, *r))
        return fail(ErrorCode::InvalidOption,
            "Nothing that this token attends to speaks for the class in the layers that are followed: the head does not "
            "read it. Ask without a query.");
    return answer(task, request, layers[static_cast<std::size_t>(first)].grid, *r);
}

}
