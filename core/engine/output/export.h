// core/engine/output/export.h: an explanation as a file. Window and command line write through here, so the bytes are
// equal.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/output/export_format.h"

namespace patchlight
{

/// Writes the request's kind, whole or not at all. Errors: InvalidOption (a kind that is not written here: the window's
/// PDF), Unsupported (a kind that does not fit the method), Cancelled, WriteFailed, those of the kind; all name the
/// file. Thread: any; torch is not used. Cost: an overlay at the picture's size; film and frames one for every layer.
Result<void> exportExplanation(const std::filesystem::path& path, const Analysis& analysis,
    const Explanation& explanation, const ExportRequest& request, const RunContext& run = {});

}
