// core/explain/attention/rollout.cpp
#include "core/explain/attention/rollout.h"
#include "core/explain/attention/fused_rows.h"
#include "core/explain/attention/layer_flow.h"
#include "core/explain/attention/merging.h"
#include "core/explain/attention/pooling_attention.h"
#include "core/explain/layer_range.h"
#include "core/explain/query_weights.h"
#include "core/explain/token_map.h"

namespace patchlight
{
namespace
{

Result<void> checkParameters(const ExplainRequest& request)
{
    if (!(request.alpha >= 0 && request.alpha < 1))
        return fail(ErrorCode::InvalidOption, "The residual weight alpha must be at least 0 and below 1.");
    if (!(request.discard >= 0 && request.discard < 1))
        return fail(ErrorCode::InvalidOption, "The discarded share must be at least 0 and below 1.");
    return {};
}

FlowRules rulesFor(const ExplainRequest& request, std::vector<float> shares)
{
    return {std::move(shares), fusionOf(request.head), request.alpha, request.discard,
        fusionOf(request.head) != HeadFusion::Mean};
}

class Walk
{
public:
    Walk(const AttentionRecord& record, const ExplainRequest& request, const RunContext& run)
        : m_record(record), m_request(request), m_run(run)
    {
    }

    /// r ← r·Ã_l, from the last layer to the first.
    Result<std::vector<float>> backwards(std::vector<float> r) const
    {
        for (LayerIndex l = last(); l >= first(); l = l.previous()) {
            if (const auto done = step(l, r, toInputs); !done)
                return fail(done.error());
            if (l > first())
                r = spreadToChildren(r, m_record.layer(l).grid, m_record.layer(l.previous()).grid);
        }
        return r;
    }

    /// v ← Ã_l·v, from the first layer to the last.
    Result<std::vector<float>> forwards(std::vector<float> v) const
    {
        for (LayerIndex l = first(); l <= last(); l = l.next()) {
            if (const auto done = step(l, v, toQueries); !done)
                return fail(done.error());
            if (l < last())
                v = meanOfChildren(v, m_record.layer(l).grid, m_record.layer(l.next()).grid);
        }
        return v;
    }

    LayerIndex first() const { return *m_request.startLayer; }
    LayerIndex last() const { return *m_request.endLayer; }

private:
    using Flow = std::vector<float> (*)(const LayerAttention&, const FlowRules&, const std::vector<float>&);
    Result<void> step(LayerIndex l, std::vector<float>& values, Flow flow) const
    {
        if (m_run.cancel.requested())
            return cancelled();
        if (!m_record.layer(l).q)
            return {}; // left out by an intervention: only the residual stream passes
        auto shares = headShares(m_request, m_record.layer(l), l);
        if (!shares)
            return fail(shares.error());
        values = flow(m_record.layer(l), rulesFor(m_request, std::move(*shares)), values);
        return {};
    }

    const AttentionRecord& m_record;
    const ExplainRequest& m_request;
    const RunContext& m_run;
};

}

Result<Explanation> rollout(const AttentionRecord& record, const ExplainRequest& asked, const RunContext& run)
{
    ExplainRequest request = asked;
    request.query = resolvedQuery(record.layout(), asked.query);
    if (const auto valid = resolveLayers(record.layerCount(), request); !valid)
        return fail(valid.error());
    if (const auto valid = checkParameters(request); !valid)
        return fail(valid.error());

    const Walk walk(record, request, run);
    const bool inverse = request.query.inverse;
    const GridSize startGrid = record.layer(inverse ? walk.first() : walk.last()).grid;
    const GridSize endGrid = record.layer(inverse ? walk.last() : walk.first()).grid;
    const bool pooled = request.query.kind == Query::Kind::Default && record.pooling() && !inverse;
    const auto weights
        = pooled ? poolingWeights(record, request) : queryWeights(record.layout(), startGrid, request.query);
    if (!weights)
        return fail(weights.error());
    const auto reached = inverse ? walk.forwards(*weights) : walk.backwards(*weights);
    if (!reached)
        return fail(reached.error());

    Explanation out;
    out.map = patchMap(record.layout(), endGrid, *reached);
    out.isSigned = isDifference(request.query);
    if (!inverse && !out.isSigned)
        out.shares = tokenShares(record.layout(), *reached);
    out.request = request;
    return out;
}

}
