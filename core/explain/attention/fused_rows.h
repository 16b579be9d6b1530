// core/explain/attention/fused_rows.h: one layer's attention with its heads fused, a block of rows at a time.
#pragma once
#include "core/base/result.h"
#include "core/explain/request.h"
#include "core/record/head_rows.h"
#include <memory>
#include <vector>

namespace patchlight
{

/// Share of each head in the fusion: one head, a weighted mean (sums to one), or those that max and min look at.
/// Errors: InvalidOption (no such head, a wrong count of weights, none left).
Result<std::vector<float>> headShares(const ExplainRequest& request, int heads, LayerIndex layer);

/// The same for a layer of a record: heads that an intervention switched off take no part in a fusion.
Result<std::vector<float>> headShares(const ExplainRequest& request, const LayerAttention& layer, LayerIndex index);

class FusedRows
{
public:
    /// `shares` from headShares; heads with 0 are never computed. Keeps a reference to `layer`.
    FusedRows(const LayerAttention& layer, const std::vector<float>& shares, HeadFusion fusion, int window = 0);

    int tokens() const { return m_tokens; }
    /// Queries first … first + count − 1: out[r·T + t]. Rows sum to one where heads are averaged. Safe to call from
    /// several threads. Cost: count·T·d products per head.
    void rows(int first, int count, float* out) const;

private:
    int m_tokens;
    HeadFusion m_fusion;
    std::vector<HeadRows> m_heads;
    std::vector<float> m_shares;
};

inline HeadFusion fusionOf(const HeadChoice& head)
{
    const auto* fusion = std::get_if<HeadFusion>(&head);
    return fusion ? *fusion : HeadFusion::Mean;
}

}
