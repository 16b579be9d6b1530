// core/engine/output/film.h: a map through the layers, as a film or as numbered pictures.
#pragma once
#include "core/base/run_context.h"
#include "core/engine/output/export_format.h"

namespace patchlight
{

/// Raw attention: one frame per layer. Methods with a range of layers: one frame per end of the range. Colours are on
/// `request.look.range` where there is one, else each frame on its own.
/// `path` ending in .mp4: half a second per layer. Else a folder for frame-000.png, frame-001.png, …
/// Errors: Unsupported (the method needs the network), those of writeAnimation and explainFromRecord.
/// Cost: one map and one overlay per layer; any thread, torch is not used.
Result<void> exportFilm(const std::filesystem::path& path, const Analysis& analysis, const ExplainRequest& question,
    const ExportRequest& request, const RunContext& run);

}
