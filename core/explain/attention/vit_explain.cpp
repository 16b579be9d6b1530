// core/explain/attention/vit_explain.cpp
#include "core/explain/attention/vit_explain.h"
#include "core/base/parallel.h"
#include "core/explain/attention/fused_rows.h"
#include "core/explain/attention/layer_flow.h"
#include "core/explain/token_map.h"
#include <algorithm>
#include <numeric>

namespace patchlight
{
namespace
{

constexpr int kRowsAtATime = 24;

std::vector<float> fusedMatrix(const LayerAttention& layer, const std::vector<float>& shares, HeadFusion fusion)
{
    const FusedRows rows(layer, shares, fusion);
    std::vector<float> out(static_cast<std::size_t>(layer.tokens) * layer.tokens);
    parallelFor((layer.tokens + kRowsAtATime - 1) / kRowsAtATime, [&](int, int block) {
        const int first = block * kRowsAtATime;
        rows.rows(first, std::min(kRowsAtATime, layer.tokens - first),
            out.data() + static_cast<std::ptrdiff_t>(first) * layer.tokens);
    });
    return out;
}

/// The n smallest entries become 0; a first one that stays is counted all the same.
void discardAnywhere(std::vector<float>& matrix, std::ptrdiff_t n, FirstEntry first)
{
    if (n <= 0)
        return;
    std::vector<std::uint32_t> order(matrix.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto smaller = [&](std::uint32_t a, std::uint32_t b) { return matrix[a] < matrix[b]; };
    std::nth_element(order.begin(), order.begin() + (n - 1), order.end(), smaller);
    for (auto it = order.begin(); it != order.begin() + n; ++it)
        if (*it != 0 || first == FirstEntry::MayGo)
            matrix[*it] = 0;
}

}

void mixAsVitExplain(std::vector<float>& fused, int tokens, float discard, FirstEntry first)
{
    discardAnywhere(fused, shareOf(discard, static_cast<std::ptrdiff_t>(fused.size())), first);
    const auto size = static_cast<std::size_t>(tokens);
    std::vector<float> sums(size);
    for (std::size_t i = 0; i < size; ++i) {
        float* row = fused.data() + i * size;
        row[i] += 1.0F;
        for (std::size_t j = 0; j < size; ++j)
            row[j] /= 2;
        sums[i] = std::accumulate(row, row + size, 0.0F);
    }
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            fused[i * size + j] /= sums[j]; // the code's broadcast: row sums meet columns
}

std::vector<float> timesMatrix(const std::vector<float>& r, const std::vector<float>& matrix)
{
    std::vector<float> out(r.size(), 0.0F);
    for (std::size_t i = 0; i < r.size(); ++i)
        for (std::size_t j = 0; j < r.size(); ++j)
            out[j] += r[i] * matrix[i * r.size() + j];
    return out;
}

Result<Explanation> rolloutVitExplain(const AttentionRecord& record, const ExplainRequest& asked, const RunContext& run)
{
    const TokenLayout& layout = record.layout();
    const bool partly = record.attends() && record.layer(LayerIndex{0}).asking.count >= 0; // CaiT
    if (record.windowed() || !layout.classToken || partly)
        return fail(ErrorCode::Unsupported, "This published code needs a class token; use rollout for this network.");
    if (!(asked.discard >= 0 && asked.discard < 1))
        return fail(ErrorCode::InvalidOption, "The discarded share must be at least 0 and below 1.");
    std::vector<float> r(static_cast<std::size_t>(layout.count()), 0.0F);
    r[0] = 1.0F;
    for (int l = record.layerCount() - 1; l >= 0; --l) {
        if (run.cancel.requested())
            return cancelled();
        const auto& layer = record.layer(LayerIndex{l});
        if (!layer.q)
            return fail(ErrorCode::Unsupported, "This published code needs every block; switch them all on.");
        const auto shares = headShares(asked, layer, LayerIndex{l});
        if (!shares)
            return fail(shares.error());
        auto matrix = fusedMatrix(layer, *shares, fusionOf(asked.head));
        mixAsVitExplain(matrix, layer.tokens, asked.discard, FirstEntry::Stays);
        r = timesMatrix(r, matrix);
    }
    Explanation out;
    out.map = patchMap(layout, layout.grid, r);
    out.request = asked;
    out.request.query = {Query::Kind::ClassToken, 0, {}, false};
    return out;
}

}
