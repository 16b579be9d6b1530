// core/engine/film.h: a map through the layers, as a film or as numbered pictures.
#pragma once
#include "core/base/run_context.h"
#include "core/engine/export.h"

namespace patchlight {

/// Raw attention: one frame per layer. Methods with a range of layers: one frame per end of the range. Colours are on
/// `request.look.range` where there is one, else each frame on its own.
/// `path` ending in .mp4: half a second per layer, sides rounded down to even numbers. Else a folder, made where
/// missing, for layer_00.png, layer_01.png, …
/// Errors: Unsupported (the method needs the network, or no video encoder), Cancelled, WriteFailed.
/// Cost: one map and one overlay per layer; any thread, torch is not used.
Result<void> exportFilm(const std::filesystem::path& path, const Analysis& analysis, const ExplainRequest& question,
    const ExportRequest& request, const RunContext& run);

}
