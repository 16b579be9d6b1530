// app/cli/commands/statistics_views.h: `statistics --view NAME`: features and weights of a network, as numbers and
// pictures.
#pragma once
#include "core/engine/engine.h"
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

struct ViewOptions {
    std::string name; ///< of viewNames
    std::string query; ///< features, positions: whose likeness; empty = the default
    std::optional<int> layer, head;
};

/// What one view found.
struct View { // NOLINT(bugprone-exception-escape): clang-tidy 14 says so of moving json
    nlohmann::ordered_json summary;
    NdArray values; ///< what .npy and .csv hold
    std::function<Image()> picture;
    std::string text; ///< one line for people
};

/// positions, filters, colours, similarity, sinks, position-bias.
const std::vector<std::string>& viewNames();

/// Errors: those of the engine's function; InvalidOption, Unsupported.
Result<View> viewOf(const ViewOptions& options, const Analysis& analysis, Engine& engine, const RunContext& run);

/// "sinks", "colours", "positions" and "filters": the summaries that this network has.
nlohmann::ordered_json viewSummaries(const Analysis& analysis, Engine& engine, const RunContext& run);

/// By ending: .npy and .csv the values (.csv: the first axis row by row), .png the picture, .json the summary, its
/// shape and the values. Errors: WriteFailed.
Result<void> writeView(const std::filesystem::path& out, const nlohmann::ordered_json& heading, const View& view);

}
