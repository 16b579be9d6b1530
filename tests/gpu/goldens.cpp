#include "core/base/npy.h"
#include "core/checkpoint/checkpoint.h"
#include "core/model/inference.h"
#include "core/model/network.h"
#include "report.h"
#include <cmath>
#include <filesystem>
#include <iostream>
#include <torch/types.h>

namespace patchlight::gpu
{
namespace
{

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

struct Golden {
    fs::path folder;
    std::shared_ptr<Network> network;
    NdArray input;
};

fs::path checkpointIn(const fs::path& folder)
{
    for (const char* file : {"model.safetensors", "model.pth", "model.npz"})
        if (fs::exists(folder / file))
            return folder / file;
    return folder;
}

std::optional<Golden> open(const fs::path& folder)
{
    const auto input = readNpy(folder / "input.npy");
    auto checkpoint = openCheckpoint(checkpointIn(folder), {}, {});
    if (!input || !checkpoint)
        return std::nullopt;
    auto network = makeNetwork(checkpoint->config);
    if (!network || !fillNetwork(**network, std::move(checkpoint->tensors)))
        return std::nullopt;
    return Golden{folder, *network, *input};
}

/// Worst |a − b| / max(1, |b|); infinite where the sizes differ.
double worst(const std::vector<float>& ours, const NdArray& theirs)
{
    double most = ours.size() == theirs.values.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < ours.size() && std::isfinite(most); ++i) {
        const double error = std::abs(ours[i] - theirs.values[i]) / std::max(1.0F, std::abs(theirs.values[i]));
        most = std::isnan(error) ? INFINITY : std::max(most, error);
    }
    return most;
}

std::vector<float> attentionOf(const AttentionRecord& record, LayerIndex index)
{
    std::vector<float> all;
    const auto& layer = record.layer(index);
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    for (int window = 0; window < windows; ++window)
        for (int head = 0; head < layer.heads; ++head) {
            const auto matrix = layer.windows ? record.windowMatrix(index, HeadIndex{head}, window)
                                              : record.matrix(index, HeadIndex{head});
            all.insert(all.end(), matrix.begin(), matrix.end());
        }
    return all;
}

double worstAttention(const Golden& golden, const AttentionRecord& record)
{
    double most = 0;
    for (int layer = 0; layer < record.layerCount(); ++layer) {
        const auto name = std::string(layer < 10 ? "attention_0" : "attention_") + std::to_string(layer) + ".npy";
        if (const auto expected = readNpy(golden.folder / name))
            most = std::max(most, worst(attentionOf(record, LayerIndex{layer}), *expected));
    }
    return most;
}

json compare(const Golden& golden, const std::string& device, Precision precision)
{
    const auto inference = Inference::make(golden.network, {.device = device, .precision = precision});
    if (!inference)
        return {{"refused", inference.error().message}};
    const auto run = (*inference)->run(golden.input, Keep::Record, nullptr, {});
    if (!run)
        return {{"refused", run.error().message}};
    json row{{"attention", worstAttention(golden, run->record)}};
    if (const auto tokens = readNpy(golden.folder / "tokens.npy"))
        row["tokens"] = worst(run->tokens.values, *tokens);
    if (const auto logits = readNpy(golden.folder / "logits.npy"))
        row["logits"] = worst(run->logits.values, *logits);
    return row;
}

bool withinTolerance(const json& row)
{
    return !row.contains("refused") && row.value("tokens", 0.0) <= 2e-4 && row.value("logits", 0.0) <= 2e-4
        && row.value("attention", INFINITY) <= 1e-5;
}

}

json goldens(const std::string& device, bool& fine)
{
    json rows = json::array();
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(fs::path(PATCHLIGHT_FIXTURES) / "goldens"))
        if (fs::exists(entry.path() / "input.npy"))
            folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    for (const auto& folder : folders) {
        const auto golden = open(folder);
        json row{{"golden", folder.filename().string()}};
        fine = fine && golden;
        if (golden) {
            row["fp32"] = compare(*golden, device, Precision::Fp32);
            row["bf16"] = compare(*golden, device, Precision::Bf16);
            row["fp16"] = compare(*golden, device, Precision::Fp16);
            const bool within = withinTolerance(row["fp32"]);
            fine = fine && within;
            std::cout << (within ? "ok    " : "WRONG ") << row.dump() << std::endl;
        } else {
            std::cout << "WRONG " << folder << " cannot be opened" << std::endl;
        }
        rows.push_back(row);
    }
    return rows;
}

}
