// core/engine/model/describe_model.cpp
#include "core/engine/model/describe_model.h"
#include "core/base/fact_words.h"
#include "core/base/family.h"
#include "core/base/formatted.h"
#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using Json = nlohmann::ordered_json;

Json pair(GridSize size)
{
    return Json::array({size.rows, size.columns});
}

/// Puts a fact's value and its origin side by side.
class Facts
{
public:
    Facts(Json& values, Json& origins) : m_values(values), m_origins(origins) { }
    template <class T> void add(const char* name, const T& value, Origin origin)
    {
        m_values[name] = value;
        m_origins[name] = wordFor(origin);
    }

private:
    Json& m_values;
    Json& m_origins;
};

void addTokens(Json& all, const ModelConfig& config)
{
    const auto layout = tokensOf(config, config.imageSize.value);
    all["tokens"] = layout.count();
    all["prefix_tokens"] = layout.prefix();
    all["class_token"] = layout.classToken;
    all["distillation_token"] = layout.distillationToken;
    all["registers"] = layout.registers;
    all["grid"] = pair(layout.grid);
}

/// How the network knows where its patches are.
std::string positionsOf(const ModelConfig& config)
{
    std::string text = !config.positions || traitsOf(config.family).windowed ? "" : "learned";
    const auto add = [&](const char* more) { text += (text.empty() ? "" : ", ") + std::string(more); };
    if (config.rotary)
        add("rotary");
    if (traitsOf(config.family).windowed || config.relativePositions != RelativePositions::None)
        add("relative");
    return text.empty() ? "none" : text;
}

void addSizes(Facts& facts, const ModelConfig& config)
{
    const auto& traits = traitsOf(config.family);
    const auto& heads = config.heads.value;
    facts.add("depth", config.blockCount(), config.depths.origin);
    facts.add("depths", config.depths.value, config.depths.origin);
    if (traits.attends) {
        facts.add("heads", traits.windowed || heads.size() != 1 ? Json(heads) : Json(heads.front()), config.heads.origin);
        facts.add("width", config.width.value, config.width.origin);
        facts.add("mlp_width", config.mlpWidth.value, config.mlpWidth.origin);
    } else {
        facts.add("widths", config.convolutions.widths, Origin::Inferred);
    }
    facts.add("patch", config.patch.value, config.patch.origin);
    if (traits.windowed)
        facts.add("window", config.window.value, config.window.origin);
    facts.add("image_size", pair(config.imageSize.value), config.imageSize.origin);
    facts.add("classes", config.classes.value, config.classes.origin);
    facts.add("pooling", wordFor(config.pooling.value), config.pooling.origin);
    facts.add("outputs", wordFor(config.outputs.value), config.outputs.origin);
    facts.add("channels", config.channels.value, config.channels.origin);
    if (config.preLogits > 0)
        facts.add("head_activation", wordFor(config.headActivation.value), config.headActivation.origin);
    if (traits.attends) {
        facts.add("layer_norm_eps", config.normEps.value, config.normEps.origin);
        facts.add("activation", wordFor(config.activation.value), config.activation.origin);
        facts.add("positions", positionsOf(config), Origin::Inferred);
    }
    facts.add("profile", describeProfile(config.profile.value), config.profile.origin);
}

/// 0.485, not the 0.48500001 that a float makes of it.
double asStated(float value)
{
    return std::strtod(formatted("%.7g", static_cast<double>(value)).c_str(), nullptr);
}

template <class Values> std::vector<double> allAsStated(const Values& values)
{
    std::vector<double> out;
    for (const float value : values)
        out.push_back(asStated(value));
    return out;
}

std::vector<float> ofChannels(const std::array<float, 3>& three, const std::vector<float>& more)
{
    std::vector<float> all(three.begin(), three.end());
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

Json allAsStated(const std::vector<std::vector<float>>& rows)
{
    Json out = Json::array();
    for (const auto& row : rows)
        out.push_back(allAsStated<std::vector<float>>(row));
    return out;
}

}

Json describeProfile(const PreprocessProfile& profile)
{
    const bool box = profile.mode == ResizeMode::Squash || profile.mode == ResizeMode::Longest;
    Json all{{"name", profile.name}, {"size", pair(profile.crop)}, {"mode", wordFor(profile.mode)},
        {"resize", box ? pair(profile.resizeTo) : Json(profile.resize)}, {"crop", pair(profile.crop)},
        {"interpolation", wordFor(profile.filter)}, {"scale", asStated(profile.scale)},
        {"mean", allAsStated(ofChannels(profile.mean, profile.moreMean))},
        {"std", allAsStated(ofChannels(profile.std, profile.moreStd))}};
    if (!profile.bands.empty())
        all["bands"] = profile.bands;
    if (profile.mode == ResizeMode::Patches)
        all["most_patches"] = profile.mostPatches;
    if (profile.inFloat)
        all["in_float"] = true;
    if (!profile.colourProfiles)
        all["colour_profiles"] = false;
    if (profile.stretch)
        all["stretch"] = true;
    return all;
}

Json describeModel(const ModelInfo& model)
{
    const auto& config = model.config;
    Json all{{"model", model.embedded ? "default" : model.path.string()}, {"name", config.name}};
    Json origins = Json::object();
    Facts facts(all, origins);
    facts.add("family", traitsOf(config.family).word, Origin::Inferred);
    if (!config.kin.empty())
        facts.add("kin", config.kin, Origin::Inferred);
    facts.add("layout", config.layout, Origin::Inferred);
    facts.add("container", model.container, Origin::Read);
    facts.add("parameters", model.parameters, Origin::Read);
    addSizes(facts, config);
    if (!model.temperatures.empty())
        facts.add("temperatures", allAsStated(model.temperatures), Origin::Read);
    addTokens(all, config);
    origins["tokens"] = wordFor(Origin::Inferred);
    facts.add("class_names", static_cast<int>(config.classNames.size()), config.classNamesOrigin);
    Json files = Json::array();
    for (const auto& file : model.files)
        files.push_back(file.string());
    all["files"] = files;
    if (!model.weights.empty())
        facts.add("weights", model.weights, Origin::Read);
    all["notes"] = model.notes;
    all["unwrapped"] = model.unwrapped;
    all["ignored"] = model.ignored;
    all["origin"] = origins;
    return all;
}

}
