// core/checkpoint/stated_by_timm.cpp: what timm's config.json says.
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/profile_values.h"
#include "core/checkpoint/profiles.h"
#include "core/checkpoint/stated_by.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

/// Arguments of timm's constructors that the tensors' shapes show, or that count nothing outside of training.
constexpr std::string_view kShownByTensors[]{"img_size", "patch_size", "in_chans", "num_classes", "embed_dim", "depth",
    "depths", "num_heads", "mlp_ratio", "qkv_bias", "qk_norm", "init_values", "class_token", "no_embed_class",
    "reg_tokens", "pre_norm", "fc_norm", "final_norm", "window_size", "global_pool", "drop_rate", "pos_drop_rate",
    "patch_drop_rate", "proj_drop_rate", "attn_drop_rate", "drop_path_rate", "weight_init", "dynamic_img_size",
    "dynamic_img_pad", "act_layer", "pretrained_window_sizes", "ref_feat_shape", "rope_temperature", "proj_bias",
    "strict_img_size", "always_partition", "patch_norm", "head_dropout", "fix_init", "features_only", "pretrained",
    "scriptable", "exportable", "no_jit"};

/// Arguments that make another network of the same tensors, and the values with which they do not.
struct OtherNetwork {
    std::string_view key, usual;
};
constexpr OtherNetwork kOtherByTimm[]{{"aa_layer", ""}, {"attn_layer", "attn"}, 
    {"norm_layer", "layernorm"}, {"output_stride", "32"}, {"pool_include_prefix", "false"},
    {"rope_grid_indexing", "ij"}, {"rope_grid_offset", "0.0"}, {"rope_rotate_half", "false"}, {"rope_shift_coords", ""},
    {"rope_type", "cat"}, {"use_post_norm", "false"}};
constexpr std::string_view kPoolings[]{"", "avg", "token", "map"};

/// A value as the table above writes it.
std::string asWord(const nlohmann::json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// The first argument of that kind; empty where there is none.
std::string otherNetwork(const nlohmann::json& args)
{
    for (const auto& [key, usual] : kOtherByTimm)
        if (const auto value = FactsReader(args).member(std::string(key).c_str());
            !value.is_null() && asWord(value) != usual)
            return std::string(key);
    return {};
}

void noteArguments(const nlohmann::json& args, std::vector<std::string>& notes)
{
    if (!args.is_object())
        return;
    for (const auto& [key, value] : args.items())
        if (std::find(std::begin(kShownByTensors), std::end(kShownByTensors), key) == std::end(kShownByTensors)
            && !value.is_null())
            notes.push_back("config.json: model_args." + inQuotes(key) + " does not count here");
}

}

std::string statedByTimm(const nlohmann::json& json, StatedFacts& facts)
{
    FactsReader top(json);
    facts.architecture = top.text("architecture");
    if (facts.architecture.empty())
        facts.architecture = FactsReader(top.member("pretrained_cfg")).text("architecture");
    facts.named = findTimmName(facts.architecture);
    facts.classes = top.number("num_classes", 0);
    const auto cfgJson = top.member("pretrained_cfg");
    const auto argsJson = top.member("model_args");
    FactsReader cfg(cfgJson);
    FactsReader args(argsJson);
    facts.imageSize = cfg.sizeBehindChannels("input_size");
    const auto trained = args.size("img_size");
    if (trained && facts.imageSize && *trained != *facts.imageSize)
        facts.notes.push_back("config.json: 'input_size' is another than 'img_size' and does not count");
    facts.imageSizeKey = trained ? "img_size" : "input_size";
    prefer(facts.imageSize, trained);
    prefer(facts.patch, args.number("patch_size"));
    prefer(facts.width, args.number("embed_dim"));
    prefer(facts.depths, args.numbers(args.member("depths").is_null() ? "depth" : "depths"));
    prefer(facts.heads, args.numbers("num_heads"));
    prefer(facts.window, args.number("window_size"));
    prefer(facts.pretrainedWindows, args.numbers("pretrained_window_sizes", 0));
    facts.otherwise = otherNetwork(argsJson);
    if (const auto sides = args.numbers("ref_feat_shape"); sides && !sides->empty()) {
        facts.referenceSide = sides->front();
        if (sides->back() != sides->front())
            facts.otherwise = "ref_feat_shape";
    }
    facts.rotaryBase = args.real("rope_temperature", 0, kLargestFact);
    facts.channels = args.number("in_chans");
    noteArguments(argsJson, facts.notes);
    if (!top.member("problem_type").is_null() || !top.member("id2label").is_null())
        readLabels(top, facts);
    for (const auto& pool : {args.text("global_pool"), top.text("global_pool")}) {
        if (std::find(std::begin(kPoolings), std::end(kPoolings), pool) == std::end(kPoolings))
            facts.otherwise = "global_pool";
        if (!facts.pooling && (pool == "avg" || pool == "token" || pool == "map"))
            facts.pooling = pool == "avg" ? Pooling::AveragePatches
                : pool == "token"         ? Pooling::ClassToken
                                          : Pooling::Probe;
    }
    for (const auto& names : {top.member("label_names"), cfg.member("label_names"), top.member("class_names")})
        if (facts.classNames.empty() && facts.classes)
            facts.classNames = namesByNumber(names, *facts.classes);
    if (const auto filter = cfg.text("interpolation"); !filter.empty() && !filterFromName(filter))
        facts.notes.push_back(
            "config.json: 'interpolation' " + inQuotes(filter) + " is no filter known here; bicubic is taken");
    if (const auto mode = cfg.text("crop_mode"); !mode.empty() && mode != "center" && mode != "squash")
        facts.notes.push_back("config.json: 'crop_mode' " + inQuotes(mode) + " is not done; the centre is cropped");
    facts.profile = profileFromTimm(cfgJson, facts.imageSize.value_or(GridSize{}));
    for (const auto* part : {&top, &cfg, &args})
        if (!part->complaint().empty())
            return part->complaint();
    return {};
}

}
