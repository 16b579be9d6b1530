// app/cli/text/models_text.cpp
#include "app/cli/text/models_text.h"
#include "core/base/formatted.h"
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using State = ListedModel::State;
using Row = std::array<std::string, 6>; ///< name, where, family, size, classes, licence

std::string classesText(const ListedModel& model)
{
    if (!model.classes)
        return "";
    if (*model.classes == 0)
        return model.knows.empty() ? "no head" : model.knows;
    return std::to_string(*model.classes) + (*model.classes == 1 ? " class" : " classes");
}

Row rowOf(const ListedModel& model)
{
    return {model.name, std::string(wordFor(model.place)), model.family, bytesText(model.bytes), classesText(model),
        model.licence};
}

/// Letters, not bytes: names are what somebody wrote.
std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string aligned(const std::vector<Row>& rows)
{
    std::array<std::size_t, std::tuple_size_v<Row>> widths{};
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    std::string text;
    for (const auto& row : rows) {
        std::string line = " ";
        for (std::size_t i = 0; i < row.size(); ++i)
            line += " " + row[i] + std::string(widths[i] - widthOf(row[i]) + 1, ' ');
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

void addPart(std::string& text, const ModelList& list, State state, const std::string& heading)
{
    std::vector<Row> rows;
    for (const auto& model : list.models)
        if (model.state == state)
            rows.push_back(rowOf(model));
    if (!rows.empty())
        text += (text.empty() ? "" : "\n") + heading + "\n" + aligned(rows);
}

void addProblems(std::string& text, const ModelList& list)
{
    std::string broken;
    for (const auto& model : list.models)
        if (model.state == State::Broken)
            broken += "  " + model.name + "  " + model.problem.message + "\n";
    if (!broken.empty())
        text += "\nBroken\n" + broken;
}

}

std::string bytesText(std::uint64_t bytes)
{
    const auto amount = static_cast<double>(bytes);
    if (bytes < 1000)
        return std::to_string(bytes) + " B";
    if (amount < 999.5e3)
        return formatted("%.0f kB", amount / 1e3);
    if (amount < 99.95e6)
        return formatted("%.1f MB", amount / 1e6);
    return amount < 999.5e6 ? formatted("%.0f MB", amount / 1e6) : formatted("%.2f GB", amount / 1e9);
}

std::string modelsTable(const ModelList& list)
{
    std::string text;
    addPart(text, list, State::Here, "On this computer");
    addPart(text, list, State::Unfinished, "Unfinished (patchlight-cli models get NAME goes on)");
    addPart(text, list, State::Offered, "Published (patchlight-cli models get NAME)");
    addProblems(text, list);
    if (list.foreign > 0)
        text += '\n' + std::to_string(list.foreign) + (list.foreign == 1 ? " other network" : " other networks")
            + " left out: not for pictures, or of a kind this program does not open\n";
    if (!text.empty())
        text.pop_back();
    return text;
}

nlohmann::ordered_json modelJson(const ListedModel& model)
{
    nlohmann::ordered_json all{{"name", model.name}, {"where", wordFor(model.place)}, {"state", wordFor(model.state)},
        {"here", model.state == State::Here}};
    const auto add = [&](const char* key, const auto& value, bool known) {
        if (known)
            all[key] = value;
    };
    add("path", model.path.string(), !model.path.empty());
    add("title", model.title, !model.title.empty());
    add("family", model.family, !model.family.empty());
    add("parameters", model.parameters, model.parameters > 0);
    all["bytes"] = model.bytes;
    add("classes", model.classes.value_or(0), model.classes.has_value());
    add("input", model.input.value_or(0), model.input.has_value());
    add("licence", model.licence, !model.licence.empty());
    add("knows", model.knows, !model.knows.empty());
    add("top1", model.top1.value_or(0), model.top1.has_value());
    add("about", model.about, !model.about.empty());
    add("problem", model.problem.message, !model.problem.message.empty());
    return all;
}

std::string transferText(const FetchProgress& progress, const TransferRate& rate)
{
    using Stage = FetchProgress::Stage;
    if (progress.stage == Stage::Asking)
        return "asking the hub";
    if (progress.stage == Stage::Waiting)
        return progress.file + "  waiting: another program fetches it";
    if (progress.stage == Stage::Checking)
        return progress.file + "  checking";
    auto text = progress.file + "  " + bytesText(progress.done) + " of " + bytesText(progress.total);
    if (rate.rate() > 0)
        text += "  " + bytesText(static_cast<std::uint64_t>(rate.rate())) + "/s";
    if (const auto left = rate.secondsLeft(progress.total))
        text += *left < 90 ? formatted("  %.0f s left", *left) : formatted("  %.0f min left", *left / 60);
    return text;
}

}
