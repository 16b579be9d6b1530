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

/// A module's name or the end of one: patterns are regular expressions, but hardly ever more than that.
bool isPlain(std::string_view pattern)
{
    if (pattern.starts_with('^'))
        pattern.remove_prefix(1);
    return pattern.find_first_of("*+?[](){}|\\^$") == std::string_view::npos;
}

bool names(std::string_view pattern, const std::string& module)
{
    if (pattern.starts_with('^'))
        return module == pattern.substr(1);
    return module == pattern || module.ends_with(std::string(".").append(pattern));
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
    const auto alphas = memberOf(json, "alpha_pattern");
    for (const auto& [pattern, alpha] : alphas.items())
        if (!isPlain(pattern))
            return unsupported(file.string(),
                "'alpha_pattern' names modules by the expression " + inQuotes(pattern) + ", which is not read", kMergeIt);
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
    const auto ranks = memberOf(json, "rank_pattern"), alphas = memberOf(json, "alpha_pattern");
    for (const auto& [pattern, rank] : ranks.items())
        settings.ranks.emplace_back(pattern, rank.get<int>());
    for (const auto& [pattern, alpha] : alphas.items())
        settings.alphas.emplace_back(pattern, alpha.get<double>());
    if (const auto targets = memberOf(json, "target_modules"); targets.is_array())
        settings.targets = targets.get<std::vector<std::string>>();
    settings.notes = notesOf(json);
    return settings;
}

Result<double> adapterScale(const AdapterSettings& settings, const std::string& module, int rank)
{
    const auto named = [&](const auto& each) { return names(each, module); };
    if (settings.targets && std::ranges::none_of(*settings.targets, named))
        return contradicted(settings, "target_modules", module, "which it does not name");
    // An expression may be about this module where it gives the rank that the tensors have.
    const auto ofRank = [&](const auto& each) { return isPlain(each.first) ? named(each.first) : each.second == rank; };
    const auto own = std::ranges::find_if(settings.ranks, ofRank);
    const bool special = own != settings.ranks.end();
    const auto stated = special ? std::optional{own->second} : settings.rank;
    if (stated && *stated != rank)
        return contradicted(
            settings, special ? "rank_pattern" : "r", module, "whose rank is " + std::to_string(rank));
    std::optional<double> alpha;
    for (const auto& [pattern, value] : settings.alphas) {
        if (!named(pattern))
            continue;
        if (alpha && *alpha != value)
            return contradicted(settings, "alpha_pattern", module, "which it names twice");
        alpha = value;
    }
    return alpha.value_or(settings.alpha) / (settings.byRoot ? std::sqrt(static_cast<double>(rank)) : rank);
}

}
