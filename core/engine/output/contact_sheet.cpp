// core/engine/output/contact_sheet.cpp
#include "core/engine/output/contact_sheet.h"
#include "core/engine/explain_analysis.h"
#include "core/explain/methods.h"
#include "core/explain/query_weights.h"
#include <algorithm>

namespace patchlight
{

Result<Sheet> contactSheet(const Analysis& analysis, const Query& query, const SheetWords& words)
{
    if (const auto attends = checkAttends(Method::Attention, analysis.record.attends()); !attends)
        return fail(attends.error());
    auto layers = headMapsOf(analysis, query);
    if (!layers)
        return fail(layers.error());
    int columns = 0;
    for (int layer = 0; layer < analysis.record.layerCount(); ++layer)
        columns = std::max(columns, analysis.record.headCount(LayerIndex{layer}));
    Sheet sheet;
    sheet.isSigned = isDifference(query);
    for (int column = 0; column < columns; ++column)
        sheet.columnTitles.push_back(words.head + ' ' + std::to_string(column));
    sheet.columnTitles.push_back(words.mean);
    sheet.rowsTitle = words.layer;
    sheet.title = words.title;
    for (auto& layer : *layers) {
        auto& row = sheet.maps.emplace_back(static_cast<std::size_t>(columns) + 1);
        std::move(layer.heads.begin(), layer.heads.end(), row.begin());
        row.back() = std::move(layer.fused);
    }
    return sheet;
}

}
