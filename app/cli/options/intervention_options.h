// app/cli/options/intervention_options.h: the options that hide patches and switch heads and blocks off.
#pragma once
#include "core/engine/engine.h"
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace CLI
{
class App;
}

namespace patchlight
{

/// Texts as given; checked while parsing.
struct InterventionOptions {
    std::vector<std::string> hide, withoutHeads, uniformHeads, meanHeads, withoutBlocks;
    std::string hideWith = "mean";
};

void addInterventionOptions(CLI::App& command, InterventionOptions& options);
/// `--hide 3,4 3,5`: what looks like a further value of an option in use, and is no file, goes from the pictures to it.
void reclaimValues(std::vector<std::string>& pictures, InterventionOptions& options);
/// Notes on what was given and changes nothing.
std::vector<std::string> idleInterventions(const CLI::App& command);
/// What the texts mean; they were checked while parsing.
Interventions interventionsOf(const InterventionOptions& options);

/// Opens and analyses the picture, then, where the options change anything, intervenes. Errors: those of openPicture,
/// Engine::analyse and Engine::intervene.
Result<AnalysisPtr> analyseAndIntervene(Engine& engine, const std::string& picture, const InterventionOptions& options,
    const AnalyseOptions& how, const RunContext& run);

constexpr int kChangedClasses = 5; ///< of either run, where no --top says how many

/// Adds "change" (before and after of the `top` classes of both runs) to the object of an intervened analysis.
void addChange(nlohmann::ordered_json& all, const Analysis& analysis, int top);
/// The same as a table; empty for an untouched run.
std::string changeTable(const Analysis& analysis, int top);

}
