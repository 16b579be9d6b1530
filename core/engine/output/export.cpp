// core/engine/output/export.cpp
#include "core/engine/output/export.h"
#include "core/base/atomic_file.h"
#include "core/base/guard.h"
#include "core/engine/output/film.h"

namespace patchlight
{

Result<void> exportExplanation(const std::filesystem::path& path, const Analysis& analysis,
    const Explanation& explanation, const ExportRequest& request, const RunContext& run)
{
    const auto& format = exportFormat(request.kind);
    const auto named = [&](const Error& error) { return fail(error.code, path.string() + ": " + error.message); };
    return guarded(path.string(), [&]() -> Result<void> {
        if (format.throughLayers)
            return exportFilm(path, analysis, explanation.request, request, run);
        if (!format.encode)
            return named({ErrorCode::InvalidOption, std::string{format.title} + " is written by the window"});
        if (run.cancel.requested())
            return cancelled();
        const auto bytes = format.encode(analysis, explanation, request);
        if (!bytes)
            return named(bytes.error());
        return run.cancel.requested() ? Result<void>{cancelled()} : writeFile(path, *bytes); // nobody wants it any more
    });
}

}
