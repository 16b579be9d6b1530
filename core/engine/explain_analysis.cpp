// core/engine/explain_analysis.cpp
#include "core/engine/explain_analysis.h"
#include "core/base/guard.h"
#include "core/explain/from_record.h"
#include "core/explain/methods.h"
#include <algorithm>
#include <limits>

namespace patchlight
{
namespace
{

const std::vector<Cell>& droppedFrom(const Analysis& analysis)
{
    static const std::vector<Cell> none;
    return analysis.interventions.hideWith == HideWith::Drop ? analysis.interventions.hidden : none;
}

Result<void> checkQuery(const Analysis& analysis, const Query& query)
{
    const auto& dropped = droppedFrom(analysis);
    const auto gone = [&](Cell cell) { return std::find(dropped.begin(), dropped.end(), cell) != dropped.end(); };
    const auto asked = std::find_if(query.cells.begin(), query.cells.end(), gone);
    if (query.kind != Query::Kind::Patches || asked == query.cells.end())
        return {};
    return fail(ErrorCode::InvalidOption,
        "Patch " + std::to_string(asked->row) + "," + std::to_string(asked->column)
            + " is dropped from the sequence, so it looks at nothing; ask another one.");
}

/// Patches that were not there have no value.
void leaveOutDropped(const Analysis& analysis, Grid<float>& map)
{
    if (map.size() == analysis.tokens.grid)
        for (const Cell cell : droppedFrom(analysis))
            map.at(cell) = std::numeric_limits<float>::quiet_NaN();
}

Result<ExplainRequest> filledIn(const Analysis& analysis, ExplainRequest request)
{
    const auto& method = methodInfo(request.method);
    if (method.needs == Needs::Class && !request.target && !analysis.predictions.empty())
        request.target = analysis.predictions.front().index;
    if (method.needs == Needs::Class && analysis.predictions.empty() && !request.embedding && !request.target)
        request.embedding = EmbeddingTarget{}; // of a network without classes
    request.lowers = request.lowers && tellsRaisingFromLowering(method);
    if (method.reads.has(Parameter::Query))
        if (const auto asked = checkQuery(analysis, request.query); !asked)
            return fail(asked.error());
    return request;
}

}

Result<Explanation> explainFromAnalysis(
    const Analysis& analysis, const ExplainRequest& request, const RunContext& run, const AskNetwork& network)
{
    return guarded(analysis.name, [&]() -> Result<Explanation> {
        const auto filled = filledIn(analysis, request);
        if (!filled)
            return fail(filled.error());
        auto explanation = network && methodInfo(request.method).network
            ? network(*filled)
            : explainFromRecord(analysis.record, *filled, run);
        if (explanation)
            leaveOutDropped(analysis, explanation->map);
        return explanation;
    });
}

Result<std::vector<LayerMaps>> headMapsOf(const Analysis& analysis, const Query& query, const RunContext& run)
{
    return guarded(analysis.name, [&]() -> Result<std::vector<LayerMaps>> {
        if (const auto asked = checkQuery(analysis, query); !asked)
            return fail(asked.error());
        auto layers = headMaps(analysis.record, query, run);
        if (!layers)
            return fail(layers.error());
        for (auto& layer : *layers) {
            for (auto& map : layer.heads)
                leaveOutDropped(analysis, map);
            leaveOutDropped(analysis, layer.fused);
        }
        return layers;
    });
}

}
