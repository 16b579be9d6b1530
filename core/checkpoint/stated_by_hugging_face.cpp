// core/checkpoint/stated_by_hugging_face.cpp: what the config.json of Hugging Face's transformers says.
#include "core/checkpoint/stated_by.h"

namespace patchlight
{
namespace
{

/// Keys that make another network of the same tensors, and the values with which they do not.
constexpr std::pair<const char*, const char*> kOtherConvolutions[]{{"downsample_in_first_stage", "false"},
    {"embedding_dynamic_padding", "false"}, {"global_padding", "null"}, {"num_groups", "32"}, {"output_stride", "32"}};

/// Convolutional networks say "hidden_sizes" and "depths", and nothing that their tensors do not.
void readConvolutional(FactsReader& top, StatedFacts& facts)
{
    for (const auto& [key, usual] : kOtherConvolutions)
        if (const auto value = top.member(key); !value.is_null() && value.dump() != usual)
            facts.otherwise = key;
    facts.strideFirst = top.member("downsample_in_bottleneck") == true;
    facts.depths = top.numbers("depths");
    facts.stemWidth = top.number("embedding_size");
    if (!top.member("width_factor").is_number() || top.member("width_factor") == 1)
        facts.stageWidths = top.numbers("hidden_sizes");
}

}

const nlohmann::json& pictureConfig(const nlohmann::json& json)
{
    for (const char* name : {"vision_config_dict", "vision_config"})
        if (json.contains(name) && json[name].is_object() && json[name].contains("hidden_size"))
            return json[name];
    return json;
}

std::string statedByHuggingFace(const nlohmann::json& json, StatedFacts& facts)
{
    FactsReader top(json);
    facts.modelType = top.text("model_type");
    const auto classes = top.member("architectures");
    facts.architecture = classes.is_array() && !classes.empty() && classes[0].is_string()
        ? classes[0].get<std::string>()
        : facts.modelType;
    FactsReader part(pictureConfig(json));
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
    facts.rotaryBase = part.real("rope_theta", 0, kLargestFact);
    facts.normEps = part.real("layer_norm_eps", 0, 1);
    facts.channels = part.number("num_channels");
    readLabels(top, facts);
    return top.complaint().empty() ? part.complaint() : top.complaint();
}

}
