// app/cli/options/explain_options.h: the options that describe a map and its drawing.
#pragma once
#include "core/engine/engine.h"
#include "core/engine/output/export_format.h"
#include <optional>
#include <string>
#include <vector>

namespace CLI
{
class App;
}

namespace patchlight
{

/// Texts as given; checked while parsing where that needs no model.
struct MapOptions {
    std::string method, head = "mean", query, target, contrast;
    std::optional<int> layer, startLayer, endLayer;
    float alpha = 0.5F;
    float discard = 0.0F;
    int steps = 32;
    unsigned seed = 0;
    bool inverse = false;
};
struct DrawOptions {
    std::string style = "overlay", colourMap = "inferno", interpolation = "bicubic", cover = "value", frame = "original", range;
    float opacity = 0.7F, keepMass = 1.0F;
    bool patchGrid = false;
    bool coloursGiven = false; ///< not the default
};

void addMapOptions(CLI::App& command, MapOptions& options);
void addDrawOptions(CLI::App& command, DrawOptions& options);

/// What the texts mean for a model with this analysis: class names, heads of the layer.
/// Errors: InvalidOption (no such class, head or layer).
Result<ExplainRequest> explainRequest(const MapOptions& options, const Analysis& analysis);
/// For a file of this name. Its ending was checked while parsing.
ExportRequest exportRequest(const DrawOptions& options, const std::filesystem::path& out);

}
