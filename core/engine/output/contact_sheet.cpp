// core/engine/output/contact_sheet.cpp
#include "core/engine/output/contact_sheet.h"
#include "core/explain/from_record.h"
#include "core/explain/query_weights.h"
#include "core/record/attention_record.h"
#include <algorithm>

namespace patchlight
{

Result<Sheet> contactSheet(const AttentionRecord& record, const ExplainRequest& request)
{
    const GridSize grid = record.layer(request.layer.value_or(LayerIndex{0})).grid;
    int columns = 0;
    for (int layer = 0; layer < record.layerCount(); ++layer)
        columns = std::max(columns, record.headCount(LayerIndex{layer}));
    Sheet sheet;
    for (int column = 0; column < columns; ++column)
        sheet.columnTitles.push_back(std::to_string(column));
    sheet.columnTitles.emplace_back("mean");
    for (int layer = 0; layer < record.layerCount(); ++layer) {
        ExplainRequest each;
        each.layer = LayerIndex{layer};
        each.query = queryOnGrid(request.query, grid, record.layer(LayerIndex{layer}).grid);
        auto& row = sheet.maps.emplace_back(static_cast<std::size_t>(columns) + 1);
        for (int head = 0; head <= columns; ++head) {
            if (head < columns && head >= record.headCount(LayerIndex{layer}))
                continue;
            each.head = head == columns ? HeadChoice{HeadFusion::Mean} : HeadChoice{HeadIndex{head}};
            auto map = explainFromRecord(record, each);
            if (!map)
                return fail(map.error());
            row[static_cast<std::size_t>(head)] = std::move(map->map);
        }
    }
    return sheet;
}

}
