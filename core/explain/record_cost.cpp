// core/explain/record_cost.cpp
#include "core/explain/record_cost.h"
#include "core/record/attention_record.h"

namespace patchlight
{
namespace
{

double perRow(const LayerAttention& layer)
{
    return static_cast<double>(layer.tokens) * layer.headWidth;
}

double allRows(const LayerAttention& layer)
{
    const double windows = layer.windows ? layer.windows->windows().count() : 1;
    return perRow(layer) * layer.tokens * layer.heads * windows;
}

}

double recordCost(const AttentionRecord& record, const ExplainRequest& request)
{
    if (request.method != Method::Attention) {
        double cost = 0;
        for (int layer = 0; layer < record.layerCount(); ++layer)
            cost += allRows(record.layer(LayerIndex{layer}));
        return cost;
    }
    const auto& layer = record.layer(request.layer.value_or(LayerIndex{record.layerCount() - 1}));
    const auto& query = request.query;
    const bool meanOfAll = query.kind == Query::Kind::Default && !record.layout().asksClassToken();
    if (meanOfAll || query.inverse)
        return allRows(layer);
    const double rows = query.kind == Query::Kind::Patches ? static_cast<double>(query.cells.size()) : 1;
    const double heads = std::holds_alternative<HeadIndex>(request.head) ? 1 : layer.heads;
    return perRow(layer) * rows * heads;
}

}
