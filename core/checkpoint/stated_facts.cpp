// core/checkpoint/stated_facts.cpp
#include "core/checkpoint/stated_facts.h"
#include "core/base/fact_words.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/json_file.h"
#include "core/checkpoint/layouts/tables.h"
#include "core/checkpoint/profile_values.h"
#include "core/checkpoint/profiles.h"
#include "core/checkpoint/stated_by.h"
#include <system_error>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;

/// SiLU inside a gate and ReLU between convolutions are computed by networks that have no other.
bool belongsElsewhere(const std::string& activation, const Json& config, const Json& options)
{
    const auto type = FactsReader(config).text("model_type");
    if (activation == "relu")
        return type == "resnet" || type == "bit";
    const FactsReader reader(options);
    const auto on = [&](const char* name) { return reader.member(name) == true; };
    return (activation == "silu" || activation == "swish")
        && (on("use_gated_mlp") || on("use_swiglu_ffn") || on("swiglu_mlp"));
}

constexpr const char* kCorrectIt = "; correct it or move the file away";

/// The value of a key anywhere in the file, for a message.
Json valueOf(const Json& json, const std::string& key)
{
    if (json.is_object() && json.contains(key))
        return json[key];
    for (const auto& part : json)
        if (part.is_object())
            if (auto value = valueOf(part, key); !value.is_null())
                return value;
    return {};
}

tl::unexpected<Error> senseless(const std::filesystem::path& file, const Json& json, const std::string& key)
{
    return fail(ErrorCode::Malformed,
        file.string() + " gives no sensible " + key + ", but " + shownValue(valueOf(json, key)) + kCorrectIt);
}

/// Hugging Face fills in LABEL_0, LABEL_1 where nobody gave names.
void dropPlaceholders(std::vector<std::string>& names)
{
    if (!names.empty() && names.front() == "LABEL_0" && names.back() == "LABEL_" + std::to_string(names.size() - 1))
        names.clear();
}

/// `options` is the part of the file that says it under `key`.
std::optional<Error> readActivation(
    const std::filesystem::path& config, const Json& json, const Json& options, const char* key, StatedFacts& facts)
{
    FactsReader reader(options);
    if (const auto stated = reader.member(key); !stated.is_null() && !stated.is_string())
        return senseless(config, json, key).value();
    const auto name = reader.text(key);
    facts.activation = activationFromName(name);
    if (name.empty() || facts.activation || belongsElsewhere(name, json, options))
        return std::nullopt;
    return unsupported(config.string(),
        "its activation " + inQuotes(name) + " is not one of gelu, gelu_tanh, quick_gelu",
        "give --activation and move config.json away")
        .value();
}

std::optional<Error> readConfig(const std::filesystem::path& config, const Json& json, StatedFacts& facts)
{
    const bool wrapped = json.contains("model_type") && json["model_type"] == "timm_wrapper";
    const bool huggingFace = !wrapped && (json.contains("model_type") || json.contains("hidden_size"));
    const auto wrong = huggingFace ? statedByHuggingFace(json, facts) : statedByTimm(json, facts);
    if (!wrong.empty())
        return senseless(config, json, wrong).value();
    if (const auto phrase = huggingFace ? std::string{} : senselessInTimm(FactsReader(json).member("pretrained_cfg"));
        !phrase.empty())
        return Error{ErrorCode::Malformed, config.string() + ": " + phrase + kCorrectIt};
    dropPlaceholders(facts.classNames);
    const auto args = FactsReader(json).member("model_args");
    return readActivation(
        config, json, huggingFace ? pictureConfig(json) : args, huggingFace ? "hidden_act" : "act_layer", facts);
}

std::optional<Error> readOpenClipConfig(const std::filesystem::path& file, const Json& json, StatedFacts& facts)
{
    if (const auto wrong = statedByOpenClip(json, facts); !wrong.empty())
        return senseless(file, json, wrong).value();
    if (const auto phrase = senselessNormalisation(FactsReader(json).member("preprocess_cfg"), "mean", "std");
        !phrase.empty())
        return Error{ErrorCode::Malformed, file.string() + ": " + phrase + kCorrectIt};
    return std::nullopt;
}

std::optional<Error> readProcessor(const std::filesystem::path& file, const Json& json, StatedFacts& facts)
{
    if (const auto wrong = senselessInProcessor(json); !wrong.empty())
        return Error{ErrorCode::Malformed, file.string() + ": " + wrong + kCorrectIt};
    if (const auto profile = profileFromProcessor(json, facts.imageSize.value_or(GridSize{224, 224}), facts.notes))
        facts.profile = profile;
    else
        facts.notes.push_back(file.string() + " says too little of the preprocessing, so it is assumed");
    return std::nullopt;
}

}

std::optional<Activation> activationFromName(std::string_view name)
{
    struct Named {
        std::string_view name;
        Activation activation;
    };
    constexpr Named others[]{{"gelu_python", Activation::Gelu}, {"gelu_new", Activation::GeluTanh},
        {"gelu-tanh", Activation::GeluTanh}, {"gelu_fast", Activation::GeluTanh},
        {"gelu_pytorch_tanh", Activation::GeluTanh}, {"quick-gelu", Activation::QuickGelu},
        {"quickgelu", Activation::QuickGelu}};
    for (const auto& each : others)
        if (each.name == name)
            return each.activation;
    return byWord<Activation>(name);
}

Result<StatedFacts> readStatedFacts(const std::filesystem::path& folder, std::vector<std::filesystem::path>& files)
{
    StatedFacts facts;
    struct Source {
        const char* name;
        std::optional<Error> (*read)(const std::filesystem::path&, const Json&, StatedFacts&);
        bool namesNetwork; ///< counts where no other has named it
    };
    constexpr Source kSources[]{{"config.json", readConfig, true}, {"open_clip_config.json", readOpenClipConfig, true},
        {"preprocessor_config.json", readProcessor, false}};
    for (const auto& source : kSources) {
        const auto file = folder / source.name;
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored) || (source.namesNetwork && !facts.file.empty()))
            continue;
        const auto json = readJson(file);
        if (!json)
            return fail(json.error());
        files.push_back(file);
        if (source.namesNetwork)
            facts.file = file;
        if (auto error = source.read(file, *json, facts))
            return fail(std::move(*error));
    }
    return facts;
}

void addSaidBeside(const SaidBeside& said, const std::filesystem::path& file, StatedFacts& facts)
{
    if (facts.classNames.empty())
        facts.classNames = said.classNames;
    if (!facts.architecture.empty() || !facts.modelType.empty())
        return;
    std::vector<std::string> words{file.stem().string()};
    for (const auto& [key, text] : said.texts)
        if (const auto last = key.substr(key.rfind('.') + 1);
            last == "arch" || last == "architecture" || last == "model" || last == "model_name" || last == "backbone")
            words.push_back(text);
    for (const auto& word : words) {
        const auto* exact = findTimmName(word);
        if (const auto* named = exact ? exact : otherThanPlainIn(word)) {
            facts.named = named;
            facts.architecture = named->name;
        } else if (isResNetOfOtherPooling(word)) {
            facts.architecture = word;
        }
    }
}

Result<void> refuseByName(const StatedFacts& facts, const std::string& file)
{
    const auto refuse = [&](const std::string& name, const std::string& why) {
        return unsupported(file, "its network is named " + inQuotes(name) + ", which " + why,
            "if that is not its network, correct or remove the name beside the weights");
    };
    if (!facts.otherwise.empty())
        return unsupported(file,
            facts.file.filename().string() + " states " + inQuotes(facts.otherwise)
                + " for " + facts.architecture + ", another network than the one that is computed here",
            "if the weights do without it, correct the file beside them");
    if (!facts.modelType.empty() && !isHuggingFaceType(facts.modelType))
        return refuse(facts.modelType, "is no network known here (" + facts.architecture + ")");
    if (!facts.modelType.empty())
        return {};
    if (facts.named && !isComputed(facts.named->kind))
        return refuse(facts.architecture, std::string(whatIsOther(facts.named->kind)) + " and is not computed here");
    if (!facts.named && isOtherTimmName(facts.architecture))
        return refuse(facts.architecture, "is not computed here");
    return {};
}

}
