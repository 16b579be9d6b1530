// app/cli/options/intervention_options.cpp
#include "app/cli/options/intervention_options.h"
#include "app/cli/console.h"
#include "app/cli/options/one_of.h"
#include "app/cli/options/parse_values.h"
#include "app/cli/options/picture_argument.h"
#include "core/base/formatted.h"
#include "core/engine/output/provenance.h"
#include "core/explain/words.h"
#include "core/base/shown_text.h"
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

/// "L.H" or "L"; several with commas or semicolons between.
Result<std::vector<std::vector<int>>> parseDotted(const std::string& text, std::size_t numbers)
{
    std::string all = text;
    std::replace(all.begin(), all.end(), ';', ',');
    std::vector<std::vector<int>> found;
    for (const auto& part : split(all, ',')) {
        std::vector<int> values;
        for (const auto& word : split(part, '.'))
            if (const auto number = parseNumber(word))
                values.push_back(*number);
        if (values.size() != numbers || split(part, '.').size() != numbers)
            return fail(ErrorCode::InvalidOption,
                asWritten(part) + " is not " + (numbers == 2 ? "LAYER.HEAD" : "a layer") + ", counted from 0");
        found.push_back(values);
    }
    return found;
}

Result<std::vector<std::vector<int>>> parseHeads(const std::string& text)
{
    return parseDotted(text, 2);
}

Result<std::vector<std::vector<int>>> parseBlocks(const std::string& text)
{
    return parseDotted(text, 1);
}

std::string checkCells(const std::string& text)
{
    const auto query = parseQuery(text);
    if (!query)
        return query.error().message;
    return query->kind == Query::Kind::Patches ? "" : "only patches can be hidden: ROW,COL";
}

void addHeads(const std::vector<std::string>& texts, HeadChange change, Interventions& changes)
{
    for (const auto& text : texts) {
        const auto pairs = parseHeads(text);
        for (const auto& pair : *pairs)
            changes.heads.push_back({LayerIndex{pair[0]}, HeadIndex{pair[1]}, change});
    }
}

}

void addInterventionOptions(CLI::App& command, InterventionOptions& options)
{
    const auto group = "Interventions";
    const auto add = [&](const char* name, std::vector<std::string>& texts, const char* help) {
        return command.add_option(name, texts, help)->allow_extra_args(false)->group(group);
    };
    add("--hide", options.hide, "patches to hide: ROW,COL, several \"R,C;R,C\" or a rectangle R,C:R,C; may be repeated")
        ->check(checkCells)
        ->type_name("R,C");
    command
        .add_option("--hide-with", options.hideWith,
            "mean (colour, in the input), zero (after the embedding) or drop (from the sequence)")
        ->check(oneOf("way to hide", wordsOf<HideWith>()))
        ->type_name("NAME")
        ->capture_default_str()
        ->group(group);
    add("--without-head", options.withoutHeads, "heads to switch off: LAYER.HEAD, several with commas; may be repeated")
        ->check(checked(parseHeads))
        ->type_name("L.H");
    add("--uniform-head", options.uniformHeads, "heads that look at everything alike")
        ->check(checked(parseHeads))
        ->type_name("L.H");
    add("--mean-head", options.meanHeads, "heads in which every token looks where all do on average")
        ->check(checked(parseHeads))
        ->type_name("L.H");
    add("--without-block", options.withoutBlocks, "blocks to leave out, several with commas; may be repeated")
        ->check(checked(parseBlocks))
        ->type_name("L");
}

void reclaimValues(std::vector<std::string>& pictures, InterventionOptions& options)
{
    std::vector<std::vector<std::string>*> heads;
    for (auto* list : {&options.withoutHeads, &options.uniformHeads, &options.meanHeads})
        if (!list->empty())
            heads.push_back(list);
    const auto taken = [&](const std::string& text) {
        std::error_code unknown;
        if (std::filesystem::exists(text, unknown))
            return false;
        auto* list = !options.hide.empty() && checkCells(text).empty() ? &options.hide
            : heads.size() == 1 && parseHeads(text)                    ? heads.front()
                                                                       : nullptr;
        if (list)
            list->push_back(text);
        return list != nullptr;
    };
    std::erase_if(pictures, taken);
}

std::vector<std::string> idleInterventions(const CLI::App& command)
{
    if (command.count("--hide-with") == 0 || command.count("--hide") > 0)
        return {};
    return {"--hide-with is not used without --hide"};
}

Interventions interventionsOf(const InterventionOptions& options)
{
    Interventions changes;
    changes.hideWith = byWord<HideWith>(options.hideWith).value_or(HideWith::Mean);
    for (const auto& text : options.hide) {
        const std::vector<Cell> cells = parseQuery(text)->cells;
        changes.hidden.insert(changes.hidden.end(), cells.begin(), cells.end());
    }
    addHeads(options.withoutHeads, HeadChange::Off, changes);
    addHeads(options.uniformHeads, HeadChange::Uniform, changes);
    addHeads(options.meanHeads, HeadChange::Mean, changes);
    for (const auto& text : options.withoutBlocks) {
        const auto layers = parseBlocks(text);
        for (const auto& layer : *layers)
            changes.blocksOff.push_back(LayerIndex{layer.front()});
    }
    return changes;
}

Result<AnalysisPtr> analyseAndIntervene(Engine& engine, const std::string& picture, const InterventionOptions& options,
    const AnalyseOptions& how, const RunContext& run)
{
    const auto changes = interventionsOf(options);
    const auto source = openPicture(picture, run);
    if (!source)
        return fail(source.error());
    auto analysis = engine.analyse(*source, {.record = how.record && changes.empty()}, run);
    if (!analysis || changes.empty())
        return analysis;
    return engine.intervene(*analysis, changes, how, run);
}

void addChange(nlohmann::ordered_json& all, const Analysis& analysis, int top)
{
    if (!analysis.untouched)
        return;
    all["interventions"] = describeInterventions(analysis.interventions);
    auto list = nlohmann::ordered_json::array();
    for (const auto& each : probabilityChanges(analysis, top))
        list.push_back({{"class", each.index.value}, {"name", each.name}, {"before", each.before},
            {"after", each.after}, {"change", each.after - each.before}, {"logit_before", each.logitBefore},
            {"logit_after", each.logitAfter}});
    all["change"] = list;
}

std::string changeTable(const Analysis& analysis, int top)
{
    const auto changes = probabilityChanges(analysis, top);
    std::string text = changes.empty() ? "" : "  change against the untouched run";
    for (const auto& each : changes) {
        const auto row = formatted("\n  %5.1f %% → %5.1f %%  %+6.1f  %5d  ", 100.0 * each.before, 100.0 * each.after,
            100.0 * (static_cast<double>(each.after) - each.before), each.index.value);
        text += row + oneLine(each.name);
    }
    return text;
}

}
