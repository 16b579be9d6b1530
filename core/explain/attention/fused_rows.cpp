// core/explain/attention/fused_rows.cpp
#include "core/explain/attention/fused_rows.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace patchlight
{
namespace
{

/// What one more head does to a fused row.
void fuse(HeadFusion fusion, float share, const float* row, int count, float* out)
{
    switch (fusion) {
    case HeadFusion::Mean:
        for (int t = 0; t < count; ++t)
            out[t] += share * row[t];
        break;
    case HeadFusion::Max:
        for (int t = 0; t < count; ++t)
            out[t] = row[t] > out[t] ? row[t] : out[t];
        break;
    case HeadFusion::Min:
        for (int t = 0; t < count; ++t)
            out[t] = row[t] < out[t] ? row[t] : out[t];
        break;
    }
}

bool usable(const std::vector<float>& weights)
{
    const bool allCount
        = std::all_of(weights.begin(), weights.end(), [](float w) { return std::isfinite(w) && w >= 0; });
    const float sum = std::accumulate(weights.begin(), weights.end(), 0.0F);
    return allCount && sum > 0 && std::isfinite(sum);
}

}

Result<std::vector<float>> headShares(const ExplainRequest& request, int heads, LayerIndex layer)
{
    std::vector<float> shares(static_cast<std::size_t>(heads), 1.0F);
    if (const auto* one = std::get_if<HeadIndex>(&request.head)) {
        if (one->value < 0 || one->value >= heads)
            return fail(ErrorCode::InvalidOption,
                "There is no head " + std::to_string(one->value) + " in layer " + std::to_string(layer.value)
                    + ": its heads are 0 to " + std::to_string(heads - 1) + ".");
        std::fill(shares.begin(), shares.end(), 0.0F);
        shares[static_cast<std::size_t>(one->value)] = 1.0F;
        return shares;
    }
    if (!request.headWeights.empty()) {
        if (request.headWeights.size() != shares.size())
            return fail(ErrorCode::InvalidOption,
                "Layer " + std::to_string(layer.value) + " has " + std::to_string(heads) + " heads, but "
                    + std::to_string(request.headWeights.size()) + " head weights are given; give one for each head.");
        if (!usable(request.headWeights))
            return fail(ErrorCode::InvalidOption, "Head weights must be 0 or more, with at least one above 0.");
        shares = request.headWeights;
    }
    const float sum = std::accumulate(shares.begin(), shares.end(), 0.0F);
    for (float& share : shares)
        share /= sum;
    return shares;
}

Result<std::vector<float>> headShares(const ExplainRequest& request, const LayerAttention& layer, LayerIndex index)
{
    auto shares = headShares(request, layer.heads, index);
    if (!shares || layer.silentHeads.empty() || std::holds_alternative<HeadIndex>(request.head))
        return shares;
    for (const int head : layer.silentHeads)
        shares->at(static_cast<std::size_t>(head)) = 0;
    const float sum = std::accumulate(shares->begin(), shares->end(), 0.0F);
    if (!(sum > 0))
        return fail(ErrorCode::InvalidOption,
            "All chosen heads of layer " + std::to_string(index.value) + " are switched off; choose others.");
    for (float& share : *shares)
        share /= sum;
    return shares;
}

FusedRows::FusedRows(const LayerAttention& layer, const std::vector<float>& shares, HeadFusion fusion, int window)
    : m_tokens(layer.tokens), m_fusion(fusion)
{
    for (int h = 0; h < layer.heads; ++h) {
        if (shares[static_cast<std::size_t>(h)] == 0)
            continue;
        m_heads.emplace_back(layer, HeadIndex{h}, window);
        m_shares.push_back(shares[static_cast<std::size_t>(h)]);
    }
}

void FusedRows::rows(int first, int count, float* out) const
{
    const std::size_t size = static_cast<std::size_t>(count) * m_tokens;
    std::fill_n(out, size, m_fusion == HeadFusion::Min ? 1.0F : 0.0F);
    std::vector<float> head(size);
    for (std::size_t h = 0; h < m_heads.size(); ++h) {
        m_heads[h].rows(first, count, head.data(), m_tokens);
        fuse(m_fusion, m_shares[h], head.data(), static_cast<int>(size), out);
    }
}

}
