// app/cli/statistics_command.cpp: `statistics IMAGE... [--out FILE.csv|.json]`: what every head does, in numbers.
#include "app/cli/shell.h"
#include "core/base/atomic_file.h"
#include "core/explain/statistics.h"
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using Json = nlohmann::ordered_json;
using Layers = std::vector<LayerNumbers>;

struct StatisticsOptions {
    std::vector<std::string> images;
    std::string out;
};

Json numbersJson(const HeadNumbers& numbers)
{
    return {{"entropy", numbers.entropy}, {"distance", numbers.distance}, {"prefix_share", numbers.prefixShare}};
}

Json asJson(const std::string& image, const Analysis& analysis, const Layers& layers)
{
    Json list = Json::array();
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        Json heads = Json::array();
        for (const auto& numbers : layers[layer].heads)
            heads.push_back(numbersJson(numbers));
        list.push_back({{"layer", layer}, {"mean", numbersJson(layers[layer].mean())}, {"heads", heads},
            {"uniform_entropy", layers[layer].mostEntropy}, {"uniform_distance", layers[layer].uniformDistance}});
    }
    return {{"image", image}, {"model", analysis.model->title},
        {"units", {{"entropy", "nats"}, {"distance", "input pixels"}, {"prefix_share", "of 1"}}}, {"layers", list}};
}

std::string asCsv(const Layers& layers)
{
    std::string text = "layer,head,entropy,distance,prefix_share\n";
    for (std::size_t layer = 0; layer < layers.size(); ++layer)
        for (std::size_t head = 0; head < layers[layer].heads.size(); ++head) {
            const auto& numbers = layers[layer].heads[head];
            std::array<char, 128> row{};
            std::snprintf(row.data(), row.size(), "%zu,%zu,%.9g,%.9g,%.9g\n", layer, head,
                static_cast<double>(numbers.entropy), static_cast<double>(numbers.distance),
                static_cast<double>(numbers.prefixShare));
            text += row.data();
        }
    return text;
}

std::string asTable(const std::string& image, const Layers& layers)
{
    std::string text = image + "\nlayer  entropy (of)         distance (uniform)    prefix share";
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        const auto mean = layers[layer].mean();
        std::array<char, 128> row{};
        std::snprintf(row.data(), row.size(), "\n%5zu  %.3f (%.3f) nats  %6.1f (%.1f) px     %5.1f %%", layer,
            static_cast<double>(mean.entropy), static_cast<double>(layers[layer].mostEntropy),
            static_cast<double>(mean.distance), static_cast<double>(layers[layer].uniformDistance),
            100 * static_cast<double>(mean.prefixShare));
        text += row.data();
    }
    return text;
}

Result<void> write(const std::filesystem::path& out, const Json& json, const Layers& layers)
{
    return writeFile(out, out.extension() == ".csv" ? asCsv(layers) : json.dump(2) + "\n");
}

Result<void> describeOne(const std::string& image, const StatisticsOptions& options, Engine& engine, Shell& shell)
{
    const auto run = shell.context();
    const auto analysis = engine.analyse(pictureAt(image), run);
    if (!analysis)
        return fail(analysis.error());
    const int patch = (*analysis)->model->config.patch.value;
    const auto layers = attentionStatistics((*analysis)->record, {patch, patch}, run);
    if (!layers)
        return fail(layers.error());
    const auto json = asJson(image, **analysis, *layers);
    if (!options.out.empty())
        if (auto written = write(options.out, json, *layers); !written)
            return written;
    if (shell.common.json)
        shell.console.printJson(json);
    else
        shell.console.print(asTable(image, *layers));
    return {};
}

Status statistics(const StatisticsOptions& options, Shell& shell)
{
    auto engine = shell.openEngine();
    if (!engine)
        return kFailed;
    Status status = kDone;
    for (const auto& image : options.images)
        if (auto described = describeOne(image, options, *engine, shell); !described)
            status = shell.failed(described.error());
    return status;
}

std::string isTable(const std::string& file)
{
    const auto ending = std::filesystem::path{file}.extension();
    return ending == ".csv" || ending == ".json" ? "" : file + ": the name must end in .csv or .json";
}

}

void addStatisticsCommand(CLI::App& app, Shell& shell)
{
    auto options = std::make_shared<StatisticsOptions>();
    auto* command = app.add_subcommand("statistics", "Entropy, distance and prefix share of every head");
    command->add_option("IMAGE", options->images, "pictures, or .npy files of [1,3,H,W]")->required();
    command->add_option("-o,--out", options->out, "a file ending in .csv (one row per head) or .json")
        ->check(isTable)
        ->type_name("FILE");
    addCommonOptions(*command, shell.common);
    command->callback([options, &shell] {
        if (!options->out.empty() && options->images.size() > 1)
            throw CLI::ValidationError("--out takes the numbers of one picture");
        shell.work = [options, &shell] { return statistics(*options, shell); };
    });
}

}
