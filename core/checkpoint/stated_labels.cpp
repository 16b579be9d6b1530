// core/checkpoint/stated_labels.cpp: classes by name and number.
#include "core/checkpoint/stated_by.h"

namespace patchlight
{
namespace
{

/// "cat": 0, … the other way round.
std::vector<std::string> namesFromNumbers(const nlohmann::json& json, int classes)
{
    if (!json.is_object() || json.size() != static_cast<std::size_t>(classes))
        return {};
    std::vector<std::string> names(json.size());
    for (const auto& [name, number] : json.items()) {
        if (!number.is_number_integer() || number.get<std::int64_t>() < 0
            || number.get<std::int64_t>() >= static_cast<std::int64_t>(names.size())
            || !names[number.get<std::size_t>()].empty())
            return {};
        names[number.get<std::size_t>()] = name;
    }
    return names;
}

std::optional<Outputs> outputsOf(const std::string& problem)
{
    if (problem == "multi_label_classification")
        return Outputs::Labels;
    if (problem == "regression")
        return Outputs::Values;
    return problem == "single_label_classification" ? std::optional{Outputs::Classes} : std::nullopt;
}

}

std::vector<std::string> namesByNumber(const nlohmann::json& json, int classes)
{
    if (json.size() != static_cast<std::size_t>(classes))
        return {};
    std::vector<std::string> names(static_cast<std::size_t>(classes));
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto key = std::to_string(i);
        const auto name = json.is_array()            ? json[i]
            : json.is_object() && json.contains(key) ? json[key]
                                                     : nlohmann::json();
        if (!name.is_string())
            return {};
        names[i] = name.get<std::string>();
    }
    return names;
}

void readLabels(FactsReader& top, StatedFacts& facts)
{
    const auto names = top.member("id2label");
    const auto numbers = top.member("label2id");
    if (!names.is_null() && !names.is_structured())
        top.complain("id2label");
    if (!numbers.is_null() && !numbers.is_structured())
        top.complain("label2id");
    if (!names.empty()) {
        facts.classes = static_cast<int>(names.size());
        facts.classNames = namesByNumber(names, *facts.classes);
        if (facts.classNames.empty())
            facts.notes.push_back("config.json: 'id2label' does not name the classes from 0 to "
                + std::to_string(*facts.classes - 1) + " and does not count");
    } else if (!numbers.empty()) {
        facts.classes = static_cast<int>(numbers.size());
        facts.classNames = namesFromNumbers(numbers, *facts.classes);
    } else if (const auto count = top.number("num_labels", 0)) {
        facts.classes = count;
    }
    const auto problem = top.member("problem_type");
    facts.outputs = outputsOf(problem.is_string() ? problem.get<std::string>() : std::string());
    if (!problem.is_null() && !facts.outputs)
        facts.notes.push_back("config.json: 'problem_type' is none known here and does not count");
}

}
