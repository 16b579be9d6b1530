// core/library/wanted_files.cpp
#include "core/library/wanted_files.h"
#include "core/base/message_parts.h"
#include "core/library/hub_name.h"
#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace patchlight
{
namespace
{

constexpr std::string_view kSmall[]{"config.json", "preprocessor_config.json", "open_clip_config.json",
    "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.json", "merges.txt", "spiece.model",
    "tokenizer.model", "README.md"}; // the card says licence and purpose
/// The preferred first; an index stands for its shards.
constexpr std::string_view kWeights[]{"model.safetensors", "model.safetensors.index.json", "pytorch_model.bin",
    "pytorch_model.bin.index.json", "open_clip_model.safetensors", "open_clip_pytorch_model.safetensors",
    "open_clip_pytorch_model.bin"};
/// Only where none of the above is there, and only one of them is.
constexpr std::string_view kWantedEndings[]{".safetensors", ".pth", ".pt", ".npz", ".bin", ".ckpt"};
/// Beside the weights of training scripts, never weights themselves.
constexpr std::string_view kNoWeights[]{"training_args.bin", "optimizer.pt", "scheduler.pt", "optimizer.bin",
    "scheduler.bin", "rng_state.pth", "scaler.pt"};

bool has(const std::vector<std::string>& files, std::string_view name)
{
    return std::find(files.begin(), files.end(), name) != files.end();
}

bool mayBeWeights(std::string_view name)
{
    const bool ends
        = std::any_of(std::begin(kWantedEndings), std::end(kWantedEndings), [&](auto end) { return name.ends_with(end); });
    return ends && name.find('/') == std::string_view::npos
        && std::find(std::begin(kNoWeights), std::end(kNoWeights), name) == std::end(kNoWeights);
}

}

Result<WantedFiles> chooseFiles(const std::vector<std::string>& files, const std::string& model)
{
    WantedFiles wanted;
    for (const auto name : kSmall)
        if (has(files, name))
            wanted.small.emplace_back(name);
    const auto* usual
        = std::find_if(std::begin(kWeights), std::end(kWeights), [&](auto name) { return has(files, name); });
    if (usual != std::end(kWeights)) {
        wanted.weights = *usual;
        wanted.sharded = usual->ends_with(".index.json");
        return wanted;
    }
    std::vector<std::string> others;
    std::copy_if(files.begin(), files.end(), std::back_inserter(others), mayBeWeights);
    if (others.empty())
        return fail(ErrorCode::NotFound,
            model
                + " holds no weights that this program opens (.safetensors, .bin, .pth, .pt, .npz); choose another "
                  "model");
    if (others.size() > 1)
        return fail(ErrorCode::NotFound,
            model + " holds several files of weights (" + firstTen(others)
                + "), and none is named as usual; fetch the one you mean by hand");
    wanted.weights = others.front();
    return wanted;
}

Result<std::vector<std::string>> shardsOf(const std::string& indexJson, const std::string& model)
{
    constexpr std::size_t mostShards = 1024;
    const auto json = nlohmann::json::parse(indexJson, nullptr, /*allow_exceptions=*/false);
    const bool mapped = json.is_object() && json.contains("weight_map") && json["weight_map"].is_object();
    std::set<std::string> shards;
    if (mapped)
        for (const auto& shard : json["weight_map"])
            shards.insert(shard.is_string() ? shard.get<std::string>() : "");
    const bool plain = std::all_of(shards.begin(), shards.end(),
        [](const std::string& name) { return isSafeRelative(name) && name.find('/') == std::string::npos; });
    if (shards.empty() || shards.size() > mostShards || !plain)
        return fail(ErrorCode::Malformed,
            "the index of " + model + " does not name its files of weights; choose another model, or tell its owner");
    return std::vector<std::string>(shards.begin(), shards.end());
}

bool isWholeSnapshot(const std::filesystem::path& folder)
{
    std::vector<std::string> files;
    std::error_code error;
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
        if (std::error_code unread; entry->is_regular_file(unread)) // a link whose blob is missing is none
            files.push_back(entry->path().filename().string());
    const auto wanted = chooseFiles(files, folder.string());
    if (!wanted || !wanted->sharded)
        return wanted.has_value();
    std::ostringstream text;
    text << std::ifstream(folder / wanted->weights).rdbuf();
    const auto shards = shardsOf(text.str(), folder.string());
    return shards
        && std::all_of(shards->begin(), shards->end(), [&](const std::string& shard) { return has(files, shard); });
}

}
