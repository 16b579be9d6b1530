// core/explain/attention/raw_attention.cpp
#include "core/explain/attention/raw_attention.h"
#include "core/explain/attention/fused_rows.h"
#include "core/explain/attention/layer_flow.h"
#include "core/explain/layer_range.h"
#include "core/explain/query_weights.h"
#include "core/explain/token_map.h"

namespace patchlight
{

namespace
{

/// Some token of the query is one of `those`.
bool holds(const std::vector<float>& weights, const TokenRange& those)
{
    for (std::size_t token = 0; token < weights.size(); ++token)
        if (weights[token] != 0 && those.contains(static_cast<int>(token)))
            return true;
    return false;
}

}

Result<void> checkAnswers(const LayerAttention& layer, LayerIndex l, const std::vector<float>& weights, bool inverse)
{
    const bool classAlone = layer.asking.first == 0 && layer.asking.count == 1;
    if (layer.windows || (layer.asking.count < 0 && layer.firstKey == 0))
        return {};
    if (inverse && classAlone)
        return fail(ErrorCode::InvalidOption,
            "No patch attends to the query in layer " + std::to_string(l.value)
                + ": there the class token alone attends; ask what it attends to.");
    if (inverse && !holds(weights, {layer.firstKey, -1}))
        return fail(ErrorCode::InvalidOption,
            "Nobody attends to the query in layer " + std::to_string(l.value)
                + ": there the patches alone are attended to; ask a patch.");
    if (!inverse && !holds(weights, layer.asking))
        return fail(ErrorCode::InvalidOption,
            "The query attends to nothing in layer " + std::to_string(l.value)
                + ": there " + (classAlone ? "the class token alone attends" : "the patches alone attend")
                + "; ask " + (classAlone ? "the class token." : "a patch."));
    return {};
}

Result<Explanation> rawAttention(const AttentionRecord& record, const ExplainRequest& asked)
{
    ExplainRequest request = asked;
    request.layer = asked.layer.value_or(LayerIndex{record.layerCount() - 1});
    request.query = resolvedQuery(record.layout(), asked.query);
    if (const auto valid = checkLayer(record.layerCount(), *request.layer); !valid)
        return fail(valid.error());
    const auto& layer = record.layer(*request.layer);
    if (!layer.q)
        return fail(ErrorCode::InvalidOption,
            "Layer " + std::to_string(request.layer->value) + " is switched off, so it has no attention.");
    const auto weights = queryWeights(record.layout(), layer.grid, request.query);
    if (!weights)
        return fail(weights.error());
    if (const auto answers = checkAnswers(layer, *request.layer, *weights, request.query.inverse); !answers)
        return fail(answers.error());
    auto shares = headShares(request, layer, *request.layer);
    if (!shares)
        return fail(shares.error());

    FlowRules rules;
    rules.shares = std::move(*shares);
    rules.fusion = fusionOf(request.head);
    const auto seen = request.query.inverse ? toQueries(layer, rules, *weights) : toInputs(layer, rules, *weights);
    Explanation out;
    out.map = patchMap(record.layout(), layer.grid, seen);
    hideUnseen(layer, *weights, out.map);
    out.isSigned = isDifference(request.query);
    if (!request.query.inverse && !out.isSigned)
        out.shares = tokenShares(record.layout(), seen);
    out.request = request;
    return out;
}

}
