// core/checkpoint/stated_facts.cpp
#include "core/checkpoint/stated_facts.h"
#include "core/base/fact_words.h"
#include "core/base/limits.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/json_file.h"
#include "core/checkpoint/layouts/tables.h"
#include "core/checkpoint/profile_values.h"
#include "core/checkpoint/profiles.h"
#include <algorithm>
#include <cmath>
#include <iterator>
#include <system_error>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;
constexpr double kLargest = 1 << 24;

/// Looks members up and remembers the first that makes no sense.
class Reader
{
public:
    explicit Reader(const Json& json) : m_json(json) { }
    const std::string& complaint() const { return m_complaint; }

    Json member(const char* name) const { return m_json.is_object() && m_json.contains(name) ? m_json[name] : Json(); }

    std::optional<int> number(const char* name, int least = 1)
    {
        const auto value = member(name);
        if (value.is_null())
            return std::nullopt;
        if (isCount(value, least))
            return value.get<int>();
        return complain(name);
    }

    /// A number above `low` and below `high`.
    std::optional<double> real(const char* name, double low, double high)
    {
        const auto value = member(name);
        if (value.is_null())
            return std::nullopt;
        const double number = value.is_number() ? value.get<double>() : low;
        return number > low && number < high ? std::optional{number} : complain(name);
    }

    /// One number, or one per stage.
    std::optional<std::vector<int>> numbers(const char* name, int least = 1)
    {
        const auto value = member(name);
        if (!value.is_array()) {
            const auto one = number(name, least);
            return one ? std::optional{std::vector{*one}} : std::nullopt;
        }
        std::vector<int> list;
        for (const auto& item : value) {
            if (!isCount(item, least) || list.size() > 64) {
                complain(name);
                return std::nullopt;
            }
            list.push_back(item.get<int>());
        }
        return list;
    }

    /// n or [rows, columns]
    std::optional<GridSize> size(const char* name)
    {
        const auto list = numbers(name);
        if (!list)
            return std::nullopt;
        if (list->empty() || list->size() > 2)
            return complain(name);
        return inPixels(name, {list->front(), list->back()});
    }

    /// [channels, rows, columns]
    std::optional<GridSize> sizeBehindChannels(const char* name)
    {
        const auto list = numbers(name);
        if (!list)
            return std::nullopt;
        return list->size() == 3 ? inPixels(name, {(*list)[1], (*list)[2]}) : complain(name);
    }

    std::string text(const char* name) const
    {
        const auto value = member(name);
        return value.is_string() ? value.get<std::string>() : std::string();
    }

    std::nullopt_t complain(const char* name)
    {
        if (m_complaint.empty())
            m_complaint = name;
        return std::nullopt;
    }

private:
    /// A whole number: 1.0 is one, 1.5 and "1" are none.
    static bool isCount(const Json& value, int least)
    {
        const double number = value.is_number() ? value.get<double>() : -1;
        return number >= least && number <= kLargest && number == std::floor(number);
    }
    std::optional<GridSize> inPixels(const char* name, GridSize size)
    {
        return std::max(size.rows, size.columns) <= kLongestSide ? std::optional{size} : complain(name);
    }
    const Json& m_json;
    std::string m_complaint;
};

template <class T> void prefer(std::optional<T>& fact, std::optional<T> stated)
{
    if (stated)
        fact = std::move(stated);
}

/// Names by number, {"0": "tench", …} or a list.
std::vector<std::string> namesOf(const Json& json, int classes)
{
    if (json.size() != static_cast<std::size_t>(classes))
        return {};
    std::vector<std::string> names(static_cast<std::size_t>(classes));
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto key = std::to_string(i);
        const auto name = json.is_array() ? json[i] : json.is_object() && json.contains(key) ? json[key] : Json();
        if (!name.is_string())
            return {};
        names[i] = name.get<std::string>();
    }
    return names;
}

/// "cat": 0, … the other way round.
std::vector<std::string> namesFromNumbers(const Json& json, int classes)
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

/// id2label, or label2id where that stands alone.
void readLabels(Reader& top, StatedFacts& facts)
{
    const auto names = top.member("id2label");
    const auto numbers = top.member("label2id");
    if (!names.is_null() && !names.is_structured())
        top.complain("id2label");
    if (!numbers.is_null() && !numbers.is_structured())
        top.complain("label2id");
    if (!names.empty()) {
        facts.classes = static_cast<int>(names.size());
        facts.classNames = namesOf(names, *facts.classes);
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
    facts.outputs = outputsOf(top.text("problem_type"));
    if (!problem.is_null() && !facts.outputs)
        facts.notes.push_back("config.json: 'problem_type' is none known here and does not count");
}

/// Arguments of timm's constructors that the tensors' shapes show, or that count nothing outside of training.
constexpr std::string_view kShownByTensors[]{"img_size", "patch_size", "in_chans", "num_classes", "embed_dim", "depth",
    "depths", "num_heads", "mlp_ratio", "qkv_bias", "qk_norm", "init_values", "class_token", "no_embed_class",
    "reg_tokens", "pre_norm", "fc_norm", "final_norm", "window_size", "global_pool", "drop_rate", "pos_drop_rate",
    "patch_drop_rate", "proj_drop_rate", "attn_drop_rate", "drop_path_rate", "weight_init", "dynamic_img_size",
    "dynamic_img_pad", "act_layer", "pretrained_window_sizes", "ref_feat_shape",
    "rope_temperature", "proj_bias", "strict_img_size", "always_partition", "patch_norm", "head_dropout",
    "fix_init", "features_only", "pretrained", "scriptable", "exportable", "no_jit"};

void noteArguments(const Json& args, std::vector<std::string>& notes)
{
    if (!args.is_object())
        return;
    for (const auto& [key, value] : args.items())
        if (std::find(std::begin(kShownByTensors), std::end(kShownByTensors), key) == std::end(kShownByTensors)
            && !value.is_null())
            notes.push_back("config.json: model_args." + inQuotes(key) + " does not count here");
}

/// timm: {"architecture", "num_classes", "global_pool", "model_args": {…}, "pretrained_cfg": {…}}.
/// Source: timm/models/_hub.py, save_config_for_hf.
std::string readTimm(const Json& json, StatedFacts& facts)
{
    Reader top(json);
    facts.architecture = top.text("architecture");
    if (facts.architecture.empty())
        facts.architecture = Reader(top.member("pretrained_cfg")).text("architecture");
    facts.named = findTimmName(facts.architecture);
    facts.classes = top.number("num_classes", 0);
    const auto cfgJson = top.member("pretrained_cfg");
    const auto argsJson = top.member("model_args");
    Reader cfg(cfgJson);
    Reader args(argsJson);
    facts.imageSize = cfg.sizeBehindChannels("input_size");
    prefer(facts.imageSize, args.size("img_size"));
    prefer(facts.patch, args.number("patch_size"));
    prefer(facts.width, args.number("embed_dim"));
    prefer(facts.depths, args.numbers(args.member("depths").is_null() ? "depth" : "depths"));
    prefer(facts.heads, args.numbers("num_heads"));
    prefer(facts.window, args.number("window_size"));
    prefer(facts.pretrainedWindows, args.numbers("pretrained_window_sizes", 0));
    if (const auto side = args.numbers("ref_feat_shape"); side && !side->empty())
        facts.referenceSide = side->front();
    facts.rotaryBase = args.real("rope_temperature", 0, kLargest);
    facts.channels = args.number("in_chans");
    noteArguments(argsJson, facts.notes);
    if (!top.member("problem_type").is_null() || !top.member("id2label").is_null())
        readLabels(top, facts);
    for (const auto& pool : {args.text("global_pool"), top.text("global_pool")})
        if (!facts.pooling && (pool == "avg" || pool == "token" || pool == "map"))
            facts.pooling = pool == "avg" ? Pooling::AveragePatches
                : pool == "token"         ? Pooling::ClassToken
                                          : Pooling::Probe;
    for (const auto& names : {top.member("label_names"), cfg.member("label_names"), top.member("class_names")})
        if (facts.classNames.empty() && facts.classes)
            facts.classNames = namesOf(names, *facts.classes);
    if (const auto filter = cfg.text("interpolation"); !filter.empty() && !filterFromName(filter))
        facts.notes.push_back("config.json: 'interpolation' " + inQuotes(filter) + " is no filter known here; bicubic is taken");
    facts.profile = profileFromTimm(cfgJson, facts.imageSize.value_or(GridSize{}));
    for (const auto* part : {&top, &cfg, &args})
        if (!part->complaint().empty())
            return part->complaint();
    return {};
}

/// The part of Hugging Face's config.json that is about pictures; older files of CLIP say it twice, and the copy counts.
const Json& pictureConfig(const Json& json)
{
    for (const char* name : {"vision_config_dict", "vision_config"})
        if (json.contains(name) && json[name].is_object() && json[name].contains("hidden_size"))
            return json[name];
    return json;
}

/// Convolutional networks say "hidden_sizes" and "depths", and nothing that their tensors do not.
void readConvolutional(Reader& top, StatedFacts& facts)
{
    facts.strideFirst = top.member("downsample_in_bottleneck") == true;
    facts.depths = top.numbers("depths");
}

/// Source: transformers, configuration_{vit,deit,swin,swinv2,dinov2,dinov3_vit,beit,clip,siglip,vit_hybrid}.py.
std::string readHuggingFace(const Json& json, StatedFacts& facts)
{
    Reader top(json);
    facts.modelType = top.text("model_type");
    const auto classes = top.member("architectures");
    facts.architecture = classes.is_array() && !classes.empty() && classes[0].is_string()
        ? classes[0].get<std::string>()
        : facts.modelType;
    Reader part(pictureConfig(json));
    const bool swin = facts.modelType.starts_with("swin");
    facts.imageSize = part.size("image_size");
    if (facts.modelType == "resnet" || facts.modelType == "bit") {
        readConvolutional(top, facts);
    } else {
        facts.patch = part.number("patch_size");
        facts.width = part.number(swin ? "embed_dim" : "hidden_size");
        facts.depths = part.numbers(swin ? "depths" : "num_hidden_layers");
        facts.heads = part.numbers(swin ? "num_heads" : "num_attention_heads");
    }
    if (!swin)
        facts.mlpWidth = part.number("intermediate_size");
    facts.window = swin ? part.number("window_size") : std::nullopt;
    facts.pretrainedWindows = part.numbers("pretrained_window_sizes", 0);
    facts.rotaryBase = part.real("rope_theta", 0, kLargest);
    facts.normEps = part.real("layer_norm_eps", 0, 1);
    facts.channels = part.number("num_channels");
    readLabels(top, facts);
    return top.complaint().empty() ? part.complaint() : top.complaint();
}

/// Source: open_clip, model_configs/*.json and factory.py.
std::string readOpenClip(const Json& json, StatedFacts& facts)
{
    Reader top(json);
    const auto modelJson = top.member("model_cfg"), preprocessJson = top.member("preprocess_cfg");
    Reader model(modelJson);
    const auto visionJson = model.member("vision_cfg");
    Reader vision(visionJson);
    facts.architecture = vision.text("timm_model_name");
    facts.named = findTimmName(facts.architecture);
    facts.imageSize = vision.size("image_size");
    if (facts.architecture.empty()) {
        facts.patch = vision.number("patch_size");
        facts.width = vision.number("width");
        facts.depths = vision.numbers("layers");
        const int headWidth = vision.number("head_width").value_or(64);
        if (facts.width && *facts.width % headWidth == 0)
            facts.heads = std::vector{*facts.width / headWidth};
        facts.activation = model.member("quick_gelu") == true ? Activation::QuickGelu : Activation::Gelu;
    }
    Reader preprocess(preprocessJson);
    if (const auto filter = preprocess.text("interpolation"); !filter.empty() && !filterFromName(filter))
        facts.notes.push_back(
            "open_clip_config.json: 'interpolation' " + inQuotes(filter) + " is no filter known here; bicubic is taken");
    if (const auto mode = preprocess.text("resize_mode"); !mode.empty() && mode != "squash" && mode != "shortest")
        facts.notes.push_back("open_clip_config.json: 'resize_mode' " + inQuotes(mode) + " is not done");
    facts.profile = profileFromOpenClip(preprocessJson, facts.imageSize.value_or(GridSize{224, 224}));
    return model.complaint().empty() ? vision.complaint() : model.complaint();
}

/// SiLU inside a gate and ReLU between convolutions are computed by networks that have no other.
bool belongsElsewhere(const std::string& activation, const Json& config, const Json& options)
{
    const auto type = Reader(config).text("model_type");
    if (activation == "relu")
        return type == "resnet" || type == "bit";
    const Reader reader(options);
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
    std::error_code ignored;
    const auto config = folder / "config.json";
    if (std::filesystem::exists(config, ignored)) {
        const auto json = readJson(config);
        if (!json)
            return fail(json.error());
        facts.file = config;
        files.push_back(config);
        const bool wrapped = json->contains("model_type") && (*json)["model_type"] == "timm_wrapper";
        const bool huggingFace = !wrapped && (json->contains("model_type") || json->contains("hidden_size"));
        const auto wrong = huggingFace ? readHuggingFace(*json, facts) : readTimm(*json, facts);
        if (!wrong.empty())
            return senseless(config, *json, wrong);
        if (const auto phrase = huggingFace ? std::string{} : senselessInTimm(Reader(*json).member("pretrained_cfg")); !phrase.empty())
            return fail(ErrorCode::Malformed, config.string() + ": " + phrase + kCorrectIt);
        const auto& picture = huggingFace ? pictureConfig(*json) : *json;
        const auto args = Reader(*json).member("model_args");
        const char* actKey = huggingFace ? "hidden_act" : "act_layer";
        const Reader acting(huggingFace ? picture : args);
        if (const auto stated = acting.member(actKey); !stated.is_null() && !stated.is_string())
            return senseless(config, *json, actKey);
        const auto act = acting.text(actKey);
        facts.activation = activationFromName(act);
        if (!act.empty() && !facts.activation && !belongsElsewhere(act, *json, huggingFace ? picture : args))
            return unsupported(config.string(),
                "its activation " + inQuotes(act) + " is not one of gelu, gelu_tanh, quick_gelu",
                "give --activation and move config.json away");
        dropPlaceholders(facts.classNames);
    }
    const auto openClip = folder / "open_clip_config.json";
    if (facts.file.empty() && std::filesystem::exists(openClip, ignored)) {
        const auto json = readJson(openClip);
        if (!json)
            return fail(json.error());
        facts.file = openClip;
        files.push_back(openClip);
        if (const auto wrong = readOpenClip(*json, facts); !wrong.empty())
            return senseless(openClip, *json, wrong);
        if (const auto phrase = senselessNormalisation(Reader(*json).member("preprocess_cfg"), "mean", "std"); !phrase.empty())
            return fail(ErrorCode::Malformed, openClip.string() + ": " + phrase + kCorrectIt);
    }
    const auto processor = folder / "preprocessor_config.json";
    if (std::filesystem::exists(processor, ignored)) {
        const auto json = readJson(processor);
        if (!json)
            return fail(json.error());
        files.push_back(processor);
        if (const auto wrong = senselessInProcessor(*json); !wrong.empty())
            return fail(ErrorCode::Malformed, processor.string() + ": " + wrong + kCorrectIt);
        if (const auto profile = profileFromProcessor(
                *json, facts.imageSize.value_or(GridSize{224, 224}), facts.notes))
            facts.profile = profile;
        else
            facts.notes.push_back(processor.string()
                + " says too little of the preprocessing, so it is assumed");
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
    for (const auto& word : words)
        if (const auto* named = findTimmName(word)) {
            facts.named = named;
            facts.architecture = named->name;
        }
}

Result<void> refuseByName(const StatedFacts& facts, const std::string& file)
{
    const auto refuse = [&](const std::string& name, const std::string& why) {
        return unsupported(file, "its network is named " + inQuotes(name) + ", which " + why,
            "if that is not its network, correct or remove the name beside the weights");
    };
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
