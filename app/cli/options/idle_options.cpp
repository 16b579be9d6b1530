// app/cli/options/idle_options.cpp: which option is read by what, as tables.
#include "app/cli/options/idle_options.h"
#include "core/explain/methods.h"
#include <CLI/CLI.hpp>
#include <array>

namespace patchlight
{
namespace
{

struct MapOption {
    const char* name;
    Parameter parameter;
};
constexpr std::array kMapOptions{MapOption{"--layer", Parameter::Layer}, MapOption{"--head", Parameter::Head},
    MapOption{"--query", Parameter::Query}, MapOption{"--inverse", Parameter::Inverse},
    MapOption{"--target", Parameter::Target}, MapOption{"--contrast", Parameter::Contrast},
    MapOption{"--alpha", Parameter::Alpha}, MapOption{"--discard", Parameter::Discard},
    MapOption{"--start-layer", Parameter::LayerRange}, MapOption{"--end-layer", Parameter::LayerRange},
    MapOption{"--steps", Parameter::Steps}, MapOption{"--seed", Parameter::Seed}};

/// Which results follow a drawing option: overlays (.png and .svg) follow all but --style.
struct DrawOption {
    const char* name;
    bool numbers, svg, heatMap, alpha, sheet;
};
constexpr std::array kDrawOptions{DrawOption{"--style", false, false, true, true, true},
    DrawOption{"--colormap", false, true, true, true, true}, DrawOption{"--opacity", false, true, false, true, false},
    DrawOption{"--interpolation", false, true, true, true, true},
    DrawOption{"--frame", false, true, false, true, false}};

bool follows(const DrawOption& option, const std::string& ending, const std::string& style)
{
    if (ending != ".png")
        return ending == ".svg" ? option.svg : option.numbers;
    if (style == "heatmap")
        return option.heatMap;
    return style == "overlay" || (style == "sheet" ? option.sheet : option.alpha);
}

}

std::vector<std::string> idleMapOptions(const CLI::App& command, Method method)
{
    const auto& info = methodInfo(method);
    std::vector<std::string> notes;
    for (const auto& option : kMapOptions)
        if (command.count(option.name) > 0 && !info.reads.has(option.parameter)) {
            const bool range = option.parameter == Parameter::Layer && info.reads.has(Parameter::LayerRange);
            notes.push_back(std::string{option.name} + " is not used by " + std::string{info.name}
                + (range ? ", which goes through all layers (see --start-layer and --end-layer)" : ""));
        }
    return notes;
}

std::vector<std::string> idleDrawOptions(
    const CLI::App& command, Method method, const std::string& ending, const std::string& style)
{
    const std::string kind = ending == ".png" ? "--style " + style : ending + " files";
    std::vector<std::string> notes;
    for (const auto& option : kDrawOptions)
        if (command.count(option.name) > 0 && !follows(option, ending, style))
            notes.push_back(std::string{option.name} + " is not used by " + kind);
        else if (command.count(option.name) > 0 && option.name == std::string_view{"--colormap"}
            && method == Method::FeatureColours)
            notes.emplace_back("--colormap is not used by feature-colours, which is a picture itself");
    return notes;
}

}
