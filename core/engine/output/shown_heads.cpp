// core/engine/output/shown_heads.cpp
#include "core/engine/output/shown_heads.h"
#include "core/base/formatted.h"
#include "core/engine/explain_analysis.h"
#include "core/engine/output/provenance.h"
#include "core/engine/output/title.h"
#include <cmath>

namespace patchlight
{
namespace
{

bool isPartOf(const ExplainRequest& request, int head)
{
    if (const auto* alone = std::get_if<HeadIndex>(&request.head))
        return alone->value == head;
    const auto& weights = request.headWeights;
    const auto place = static_cast<std::size_t>(head);
    return weights.empty() || (place < weights.size() && weights[place] > 0);
}

}

bool hasHeads(const Explanation& explanation)
{
    return explanation.request.method == Method::Attention && !explanation.isSigned && explanation.request.layer;
}

Result<HeadLayers> headsOf(const Analysis& analysis, const Explanation& explanation)
{
    if (!hasHeads(explanation))
        return fail(ErrorCode::Unsupported,
            "only raw attention of one query has heads to lay over each other; ask attention instead");
    HeadLayers heads;
    const int count = analysis.record.headCount(*explanation.request.layer);
    for (int head = 0; head < count; ++head) {
        if (!isPartOf(explanation.request, head))
            continue;
        ExplainRequest one = explanation.request;
        one.head = HeadIndex{head};
        one.headWeights.clear();
        auto map = explainFromAnalysis(analysis, one);
        if (!map)
            return fail(map.error());
        heads.push_back({head, std::move(map->map)});
    }
    return heads;
}

std::string headsTitle(const Analysis& analysis, const Explanation& explanation, const Look& look)
{
    const auto& request = explanation.request;
    std::string title = "Heads over each other · layer " + std::to_string(request.layer.value_or(LayerIndex{}).value);
    title += (request.query.inverse ? " · who looks at " : " · query ") + queryText(request.query);
    if (look.keepMass < 1)
        title += formatted(" · strongest %.0f %% of each", static_cast<double>(look.keepMass) * 100);
    const auto changes = interventionsTitle(analysis.interventions);
    if (!changes.empty())
        title += " · " + changes;
    return analysis.model && !analysis.model->title.empty() ? title + " · " + analysis.model->title : title;
}

}
