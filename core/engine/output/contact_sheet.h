// core/engine/output/contact_sheet.h: raw attention of one query in every layer and head.
#pragma once
#include "core/base/result.h"
#include "core/engine/analysis.h"
#include "core/explain/request.h"
#include "core/render/sheet.h"

namespace patchlight
{

/// One row per layer, one column per head, the last one their mean. Stages with fewer heads leave columns empty, blocks
/// that are switched off their row. Errors: those of headMapsOf.
Result<Sheet> contactSheet(const Analysis& analysis, const Query& query, const SheetWords& words = {});

}
