// core/explain/attention/pooling_attention.cpp
#include "core/explain/attention/pooling_attention.h"
#include "core/explain/attention/fused_rows.h"
#include "core/explain/token_map.h"
#include "core/record/attention_record.h"

namespace patchlight
{

Result<std::vector<float>> poolingWeights(const AttentionRecord& record, const ExplainRequest& request)
{
    if (!record.pooling())
        return std::vector<float>{};
    const auto& layer = *record.pooling();
    const auto shares = headShares(request, layer, LayerIndex{record.layerCount()});
    if (!shares)
        return fail(shares.error());
    std::vector<float> weights(static_cast<std::size_t>(layer.tokens));
    FusedRows(layer, *shares, fusionOf(request.head)).rows(0, 1, weights.data());
    return weights;
}

Result<Explanation> poolingAttention(const AttentionRecord& record, const ExplainRequest& request, const RunContext&)
{
    const auto weights = poolingWeights(record, request);
    if (!weights)
        return fail(weights.error());
    if (weights->empty())
        return fail(ErrorCode::Unsupported,
            "This network's head does not attend to its tokens, as SigLIP's does; ask for attention instead.");
    Explanation out;
    out.map = patchMap(record.layout(), record.pooling()->grid, *weights);
    out.shares = tokenShares(record.layout(), *weights);
    out.request = request;
    return out;
}

}
