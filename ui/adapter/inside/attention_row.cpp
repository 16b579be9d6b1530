// ui/adapter/inside/attention_row.cpp
#include "ui/adapter/inside/attention_row.h"

namespace patchlight::inside
{

Map rowMap(const Subject& subject, const Slice& row, Tint tint)
{
    Map map;
    map.values = onGrid(subject, row);
    if (!subject.attention().windows) {
        map.origin = row.origin;
        map.origin.first = subject.prefix();
    }
    map.tint = tint;
    if (subject.attention().grid == subject.analysis->tokens.grid)
        map.hidden = subject.analysis->interventions.hidden;
    return map;
}

int headWidth(const Subject& subject)
{
    const auto* q = subject.inBlock("q");
    return q ? static_cast<int>(q->shape.back()) : subject.attention().headWidth;
}

}
