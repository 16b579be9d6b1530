// app/cli/options/idle_options.cpp: which option is read by what, as tables.
#include "app/cli/options/idle_options.h"
#include "core/explain/methods.h"
#include <CLI/CLI.hpp>
#include <algorithm>
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

struct DrawOption {
    const char* name;
    Drawing drawing;
    bool ofScale = false; ///< nothing to a map that is a picture itself
};
constexpr std::array kDrawOptions{DrawOption{"--colormap", Drawing::Colours, true},
    DrawOption{"--range", Drawing::Range, true}, DrawOption{"--keep-mass", Drawing::KeptMass, true},
    DrawOption{"--patch-grid", Drawing::PatchGrid}, DrawOption{"--opacity", Drawing::Opacity},
    DrawOption{"--cover", Drawing::Cover, true},
    DrawOption{"--interpolation", Drawing::Interpolation}, DrawOption{"--frame", Drawing::Frame}};

bool hasStyles(const ExportFormat& format)
{
    const auto styles = exportStyles();
    return std::find(styles.begin(), styles.end(), format.name) != styles.end();
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

std::vector<std::string> idleDrawOptions(const CLI::App& command, Method method, ExportKind kind)
{
    const auto& format = exportFormat(kind);
    const auto& info = methodInfo(method);
    const bool styles = hasStyles(format);
    const std::string what = styles ? "--style " + std::string{format.name} : std::string{format.ending} + " files";
    std::vector<std::string> notes;
    const bool asksHeads = command.get_option("--style")->as<std::string>() == exportFormat(ExportKind::Heads).name;
    if (command.count("--style") > 0 && !styles && !(asksHeads && format.follows.has(Drawing::Heads)))
        notes.push_back("--style is not used by " + what);
    for (const auto& option : kDrawOptions) {
        if (command.count(option.name) == 0)
            continue;
        if (!format.follows.has(option.drawing))
            notes.push_back(std::string{option.name} + " is not used by " + what);
        else if (option.ofScale && info.isPicture)
            notes.push_back(
                std::string{option.name} + " is not used by " + std::string{info.name} + ", which is a picture itself");
    }
    return notes;
}

}
