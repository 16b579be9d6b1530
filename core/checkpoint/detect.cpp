// core/checkpoint/detect.cpp
#include "core/checkpoint/detect.h"
#include "core/checkpoint/class_names.h"
#include "core/checkpoint/profiles.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

struct NamedSize {
    int width, depth;
    std::string_view name;
};
constexpr NamedSize kVitSizes[]{{192, 12, "Ti"}, {384, 12, "S"}, {768, 12, "B"}, {1024, 24, "L"}, {1280, 32, "H"},
    {1408, 40, "g"}, {1536, 40, "g"}, {1664, 48, "G"}};
constexpr NamedSize kSwinSizes[]{{96, 12, "T"}, {96, 24, "S"}, {128, 24, "B"}, {192, 24, "L"}};

/// "ViT-B/16" for the published sizes, else the numbers: "ViT 48×3/8".
std::string nameOf(const ModelConfig& config)
{
    const bool swin = config.family == Family::Swin;
    const auto named
        = [&](const NamedSize& size) { return size.width == config.width.value && size.depth == config.blockCount(); };
    const NamedSize* begin = swin ? std::begin(kSwinSizes) : std::begin(kVitSizes);
    const NamedSize* end = swin ? std::end(kSwinSizes) : std::end(kVitSizes);
    const auto* found = std::find_if(begin, end, named);
    const std::string family = swin       ? "Swin"
        : config.distillationToken        ? "DeiT"
        : config.family == Family::Hybrid ? "Hybrid ViT"
                                          : "ViT";
    const std::string size = found != end
        ? "-" + std::string(found->name)
        : " " + std::to_string(config.width.value) + "×" + std::to_string(config.blockCount());
    return family + size + "/" + std::to_string(config.patch.value);
}

/// timm's CLIP towers, told by the norm before the blocks, keep CLIP's epsilon; its name says which kept its
/// activation.
void takeHabits(const Evidence& evidence, ModelConfig& config)
{
    const auto& habits = evidence.recognised.layout->habits;
    const bool clip = config.preNorm && config.layout == "timm";
    config.normEps = chosen(evidence.given.normEps, evidence.stated.normEps, clip ? 1e-5 : habits.normEps);
    config.activation = chosen(evidence.given.activation, evidence.stated.activation, habits.activation);
    if (const auto* name = evidence.stated.named) {
        if (config.normEps.origin == Origin::Assumed)
            config.normEps = {name->normEps, Origin::Inferred};
        if (config.activation.origin == Origin::Assumed)
            config.activation = {name->activation, Origin::Inferred};
    }
    config.positionResample = habits.positionResample;
}

/// One number of which nothing is said may be the logit of a binary net or a value.
void takeOutputs(const Evidence& evidence, ModelConfig& config)
{
    if (evidence.stated.outputs)
        config.outputs = {*evidence.stated.outputs, Origin::Read};
    else if (config.classes.value == 1)
        config.outputs = {Outputs::Logit, Origin::Assumed};
    else
        config.outputs = {Outputs::Classes, Origin::Assumed};
}

/// The official repository's files differ from timm's only in the dictionary around them.
bool isOfficialDeit(const Evidence& evidence, const ModelConfig& config)
{
    const auto& wrappers = evidence.recognised.unwrapped;
    return config.layout == "timm" && config.distillationToken && !wrappers.empty() && wrappers.front() == "model";
}

Result<void> takeImageSize(const Evidence& evidence, ModelConfig& config)
{
    if (!evidence.given.imageSize)
        return {};
    const auto size = *evidence.given.imageSize;
    if (size.rows < config.patch.value || size.columns < config.patch.value || size.rows > 8192 || size.columns > 8192)
        return fail(ErrorCode::InvalidOption,
            "--image-size " + std::to_string(size.rows) + "×" + std::to_string(size.columns) + " is out of range; give "
                + std::to_string(config.patch.value) + " to 8192 pixels a side");
    config.imageSize = {size, Origin::Given};
    return {};
}

}

Result<ModelConfig> detect(TensorsByName& tensors, const Evidence& evidence)
{
    const auto& layout = *evidence.recognised.layout;
    ModelConfig config;
    config.layout = layout.name;
    auto facts
        = layout.family == Family::Swin ? detectSwin(tensors, evidence, config) : detectVit(tensors, evidence, config);
    if (!facts)
        return fail(facts.error());
    takeHabits(evidence, config);
    if (isOfficialDeit(evidence, config)) {
        config.layout = "deit";
        config.positionResample = ModelConfig::PositionResample::Bicubic;
    }
    if (evidence.stated.classes == config.classes.value)
        config.classes.origin = Origin::Read;
    takeOutputs(evidence, config);
    config.name = evidence.stated.modelType.empty() && !evidence.stated.architecture.empty()
        ? evidence.stated.architecture
        : nameOf(config);
    if (auto size = takeImageSize(evidence, config); !size)
        return fail(size.error());
    if (auto profile = choosePreprocessing(evidence, config); !profile)
        return fail(profile.error());
    if (auto names = chooseClassNames(evidence, config); !names)
        return fail(names.error());
    return config;
}

Result<void> chooseClassNames(const Evidence& evidence, ModelConfig& config)
{
    if (config.classes.value == 0)
        return {};
    if (evidence.given.labels && evidence.given.labels->string() == "none") {
        config.classNames.clear();
        config.classNamesOrigin = Origin::Given;
    } else if (evidence.given.labels) {
        auto names = readClassNames(*evidence.given.labels, config.classes.value);
        if (!names)
            return fail(names.error());
        config.classNames = std::move(*names);
        config.classNamesOrigin = Origin::Given;
    } else if (evidence.stated.classNames.size() == static_cast<std::size_t>(config.classes.value)) {
        config.classNames = evidence.stated.classNames;
        config.classNamesOrigin = Origin::Read;
    } else {
        config.classNames = shippedClassNames(config.classes.value);
        config.classNamesOrigin = Origin::Assumed;
    }
    return {};
}

}
