// core/checkpoint/adapter_settings.cpp
#include "core/checkpoint/adapter_settings.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/facts_reader.h"
#include "core/checkpoint/profile_values.h"
#include <algorithm>
#include <cmath>
#include <iterator>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;
constexpr double kLargestAlpha = 1e6;
constexpr const char* kMergeIt = "merge it with its base by merge_and_unload() and save the whole network";

bool isRank(const Json& value)
{
    return value.is_number_integer() && value >= 1 && value <= kLargestFact;
}

bool isAlpha(const Json& value)
{
    return value.is_number() && value >= 0 && value <= kLargestAlpha;
}

bool isFlag(const Json& value)
{
    return value.is_null() || value.is_boolean();
}

bool isText(const Json& value)
{
    return value.is_null() || value.is_string();
}

bool areTexts(const Json& value)
{
    return value.is_null() || (value.is_array() && std::ranges::all_of(value, [](const Json& each) { return each.is_string(); }));
}

bool isTextOrTexts(const Json& value)
{
    return isText(value) || areTexts(value);
}

bool areLayers(const Json& value)
{
    return value.is_null() || value.is_number_integer()
        || (value.is_array() && std::ranges::all_of(value, [](const Json& each) { return each.is_number_integer(); }));
}

bool areRanks(const Json& value)
{
    return value.is_null() || (value.is_object() && std::ranges::all_of(value, isRank));
}

bool areAlphas(const Json& value)
{
    return value.is_null() || (value.is_object() && std::ranges::all_of(value, isAlpha));
}

bool isBias(const Json& value)
{
    return value.is_null() || value == "none" || value == "all" || value == "lora_only";
}

/// What each key that counts, or tells of the tensors, may hold.
struct Key {
    const char* name;
    bool (*fits)(const Json&);
    const char* wanted;
};
constexpr Key kOfAllKinds[]{{"peft_type", isText, "a text"}, {"base_model_name_or_path", isText, "a text"}};
constexpr Key kOfLora[]{{"r", isRank, "a whole number above 0"}, {"lora_alpha", isAlpha, "a number from 0 to a million"},
    {"use_rslora", isFlag, "true or false"}, {"use_dora", isFlag, "true or false"}, {"use_qalora", isFlag, "true or false"},
    {"lora_bias", isFlag, "true or false"}, {"fan_in_fan_out", isFlag, "true or false"},
    {"bias", isBias, "\"none\", \"all\" or \"lora_only\""}, {"rank_pattern", areRanks, "an object of whole numbers above 0"},
    {"alpha_pattern", areAlphas, "an object of numbers from 0 to a million"},
    {"target_modules", isTextOrTexts, "a text or a list of texts"},
    {"exclude_modules", isTextOrTexts, "a text or a list of texts"}, {"layers_pattern", isTextOrTexts, "a text or a list of texts"},
    {"modules_to_save", areTexts, "a list of texts"}, {"layers_to_transform", areLayers, "a whole number or a list of them"},
    {"init_lora_weights", [](const Json& value) { return isFlag(value) || isText(value); }, "true, false or a text"}};

/// Keys that make another network of the same tensors, whatever they hold.
constexpr std::string_view kOtherNetworks[]{"use_dora", "use_qalora", "lora_bias", "layer_replication", "megatron_config",
    "trainable_token_indices", "target_parameters", "alora_invocation_tokens", "arrow_config"};
/// Keys of training, and those that the names of the tensors show.
constexpr std::string_view kHarmless[]{"auto_mapping", "corda_config", "ensure_weight_tying", "eva_config", "inference_mode",
    "loftq_config", "lora_dropout", "megatron_core", "parent_library", "peft_version", "qalora_group_size", "revision",
    "runtime_config", "task_type"};
/// How A and B began; other words took what they began with out of the base.
constexpr std::string_view kBeginnings[]{"gaussian", "eva", "orthogonal"};

template <class Words> bool isAmong(const Words& words, std::string_view word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Null, false, or nothing in it.
bool isOff(const Json& value)
{
    return value.is_null() || value == false || (value.is_structured() && value.empty());
}

template <std::size_t N> Result<void> checkKinds(const Key (&keys)[N], const Json& json, const std::filesystem::path& file)
{
    for (const auto& key : keys)
        if (json.contains(key.name) && !key.fits(json[key.name]))
            return fail(ErrorCode::Malformed,
                file.string() + ": " + inQuotes(key.name) + " must be " + key.wanted + ", not " + shownValue(json[key.name])
                    + "; correct it");
    return {};
}

/// The values of single modules, whose names or ends of names are expressions.
template <class Value>
Result<std::vector<std::pair<std::regex, Value>>> readOfModules(
    const Json& json, const char* key, const std::filesystem::path& file)
{
    std::vector<std::pair<std::regex, Value>> read;
    const auto values = memberOf(json, key);
    for (const auto& [pattern, value] : values.items()) {
        auto expression = readPattern(key, pattern, file, "(?:.*\\.)?(?:", ")");
        if (!expression)
            return fail(expression.error());
        read.emplace_back(*std::move(expression), value.template get<Value>());
    }
    return read;
}

Result<void> refuseOthers(const Json& json, const std::filesystem::path& file)
{
    const auto refuse = [&](std::string_view key, const Json& value) {
        return unsupported(file.string(),
            inQuotes(key) + " is " + shownValue(value) + ", which makes another network than plain LoRA does", kMergeIt);
    };
    for (const auto& [key, value] : json.items())
        if (isAmong(kOtherNetworks, key) && !isOff(value))
            return refuse(key, value);
    if (const auto start = memberOf(json, "init_lora_weights");
        start.is_string() && !isAmong(kBeginnings, start.get<std::string>()))
        return refuse("init_lora_weights", start);
    return {};
}

template <std::size_t N> bool isKeyOf(const Key (&keys)[N], std::string_view name)
{
    return std::ranges::any_of(keys, [&](const Key& key) { return key.name == name; });
}

std::vector<std::string> notesOf(const Json& json)
{
    std::vector<std::string> notes;
    for (const auto& [key, value] : json.items())
        if (!isOff(value) && !isKeyOf(kOfAllKinds, key) && !isKeyOf(kOfLora, key) && !isAmong(kHarmless, key))
            notes.push_back("adapter_config.json: " + inQuotes(key) + " does not count here");
    if (memberOf(json, "fan_in_fan_out") == true)
        notes.push_back("adapter_config.json: 'fan_in_fan_out' does not count for linear layers, as in PEFT");
    return notes;
}

tl::unexpected<Error> contradicted(
    const AdapterSettings& settings, const char* key, const std::string& module, const std::string& otherwise)
{
    return fail(ErrorCode::Mismatch,
        settings.file.string() + ": " + inQuotes(key) + " does not belong to the weights of " + inQuotes(module) + ", "
            + otherwise + "; get the file that belongs to them");
}

}

Result<AdapterSettings> readAdapterSettings(const Json& json, const std::filesystem::path& file)
{
    if (auto fits = checkKinds(kOfAllKinds, json, file); !fits)
        return fail(fits.error());
    AdapterSettings settings;
    settings.file = file;
    settings.kind = FactsReader(json).text("peft_type");
    settings.base = FactsReader(json).text("base_model_name_or_path");
    if (settings.kind != "LORA")
        return settings;
    if (auto fits = checkKinds(kOfLora, json, file); !fits)
        return fail(fits.error());
    if (auto plain = refuseOthers(json, file); !plain)
        return fail(plain.error());
    if (json.contains("r"))
        settings.rank = json["r"].get<int>();
    if (json.contains("lora_alpha"))
        settings.alpha = json["lora_alpha"].get<double>();
    settings.byRoot = memberOf(json, "use_rslora") == true;
    auto ranks = readOfModules<int>(json, "rank_pattern", file);
    if (!ranks)
        return fail(ranks.error());
    settings.ranks = *std::move(ranks);
    auto alphas = readOfModules<double>(json, "alpha_pattern", file);
    if (!alphas)
        return fail(alphas.error());
    settings.alphas = *std::move(alphas);
    auto modules = readAdapterModules(json, file);
    if (!modules)
        return fail(modules.error());
    settings.modules = *std::move(modules);
    settings.notes = notesOf(json);
    return settings;
}

Result<double> adapterScale(const AdapterSettings& settings, const std::string& module, int rank)
{
    if (const auto* key = keyThatLeavesOut(settings.modules, module))
        return contradicted(settings, key, module, "which it leaves out");
    const auto named = [&](const auto& each) { return std::regex_match(module, each.first); };
    // Of several that name it PEFT takes the first; the order of keys is lost here, so the fitting one is.
    auto own = std::ranges::find_if(settings.ranks, [&](const auto& each) { return named(each) && each.second == rank; });
    if (own == settings.ranks.end())
        own = std::ranges::find_if(settings.ranks, named);
    const bool special = own != settings.ranks.end();
    const auto stated = special ? std::optional{own->second} : settings.rank;
    if (stated && *stated != rank)
        return contradicted(
            settings, special ? "rank_pattern" : "r", module, "whose rank is " + std::to_string(rank));
    std::optional<double> alpha;
    for (const auto& each : settings.alphas) {
        if (!named(each))
            continue;
        if (alpha && *alpha != each.second)
            return contradicted(settings, "alpha_pattern", module, "which it names twice");
        alpha = each.second;
    }
    return alpha.value_or(settings.alpha) / (settings.byRoot ? std::sqrt(static_cast<double>(rank)) : rank);
}

}
