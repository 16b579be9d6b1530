// core/engine/output/export.h: an explanation as a file. Window and command line write through here, so the bytes are
// equal.
#pragma once
#include "core/base/result.h"
#include "core/engine/analysis.h"
#include "core/explain/request.h"
#include "core/render/look.h"
#include <filesystem>
#include <optional>
#include <string_view>

namespace patchlight
{

enum class ExportStyle {
    Overlay, ///< the map on its picture
    HeatMap, ///< the map alone with a colour bar
    Alpha, ///< transparent, alpha grows with the value
    Sheet, ///< layers × heads for the query
};
/// On which picture: the original at its own size, or what the network saw.
enum class ExportFrame { Original, Input };

struct ExportRequest {
    Look look;
    ExportStyle style = ExportStyle::Overlay;
    ExportFrame frame = ExportFrame::Original;
};

std::optional<ExportStyle> exportStyleByName(std::string_view name); ///< overlay, heatmap, alpha, sheet

/// "Rollout · layers 0–11 · cat": one line for figures.
std::string explanationTitle(const Analysis& analysis, const Explanation& explanation);
/// The picture of a style. Errors: those of explainFromRecord (sheet).
Result<Image> exportImage(const Analysis& analysis, const Explanation& explanation, const ExportRequest& request);
/// By extension, in small or capital letters: .png (the style), .svg (figure with colour bar), .npy (float32 [rows,
/// columns] before any scaling, NaN where absent; [rows, columns, 3] of colours), .csv (the same as text), .json
/// (provenance and map). Written whole or not at all. Errors: InvalidOption (another extension), Unsupported (.svg of
/// colours), WriteFailed.
Result<void> exportExplanation(const std::filesystem::path& path, const Analysis& analysis,
    const Explanation& explanation, const ExportRequest& request);

}
