// core/checkpoint/detect.cpp
#include "core/checkpoint/detect.h"
#include "core/base/family.h"
#include "core/base/message_parts.h"
#include "core/base/shown_text.h"
#include "core/checkpoint/class_names.h"
#include "core/checkpoint/profiles.h"
#include <algorithm>
#include <charconv>
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

/// "ResNet-50": layers with weights, as the papers count.
std::string convolutionalName(const ModelConfig& config)
{
    const int inBlock = config.convolutions.bottleneck ? 3 : 2;
    const int times = config.family == Family::Bit ? std::max(config.convolutions.stem / 64, 1) : 1;
    return std::string(traitsOf(config.family).title) + "-" + std::to_string(config.blockCount() * inBlock + 2)
        + (config.family == Family::Bit ? "x" + std::to_string(times) : "");
}

/// "ViT-B/16" for the published sizes, else the numbers: "ViT 48×3/8".
std::string nameOf(const ModelConfig& config)
{
    const auto& traits = traitsOf(config.family);
    if (!traits.attends)
        return convolutionalName(config);
    const auto named
        = [&](const NamedSize& size) { return size.width == config.width.value && size.depth == config.blockCount(); };
    const NamedSize* begin = traits.windowed ? std::begin(kSwinSizes) : std::begin(kVitSizes);
    const NamedSize* end = traits.windowed ? std::end(kSwinSizes) : std::end(kVitSizes);
    const auto* found = std::find_if(begin, end, named);
    const std::string family
        = (config.kin.empty() ? "" : config.kin + " ") + (config.distillationToken ? "DeiT" : std::string(traits.title));
    const std::string size = found != end
        ? "-" + std::string(found->name)
        : " " + std::to_string(config.width.value) + "×" + std::to_string(config.blockCount());
    return family + size + "/" + std::to_string(config.patch.value);
}

/// timm builds these SigLIP towers with the GELU that Hugging Face has for all; the others with the exact one.
bool isTanhSigLip(const Evidence& evidence, const ModelConfig& config)
{
    const auto& name = evidence.stated.architecture;
    const auto says = [&](std::string_view word) { return name.find(word) != std::string::npos; };
    if (name.empty())
        return config.patch.value == 32 || config.width.value == 1536
            || (config.width.value == 1152 && config.patch.value == 16);
    return says("_patch32_") || says("so400m_patch16") || says("giantopt") || says("large_patch16_siglip_512")
        || says("large_patch16_siglip_gap_512");
}

/// What no tensor tells: timm's architecture name says which CLIP kept its activation.
Activation habitualActivation(const Evidence& evidence, const ModelConfig& config)
{
    const auto& habits = evidence.recognised.layout->habits;
    const auto& name = evidence.stated.architecture;
    if (name.find("quickgelu") != std::string::npos)
        return Activation::QuickGelu;
    const bool sigLip = config.kin == "SigLIP" || name.find("siglip") != std::string::npos;
    return config.layout == "timm" && sigLip && isTanhSigLip(evidence, config) ? Activation::GeluTanh
                                                                               : habits.activation;
}

void takeHabits(const Evidence& evidence, ModelConfig& config)
{
    const auto& habits = evidence.recognised.layout->habits;
    config.normEps = chosen(evidence.given.normEps, evidence.stated.normEps, habits.normEps);
    config.activation
        = chosen(evidence.given.activation, evidence.stated.activation, habitualActivation(evidence, config));
    config.positionResample = habits.positionResample;
    if (const auto* name = evidence.stated.named) {
        if (config.normEps.origin == Origin::Assumed)
            config.normEps = {name->normEps, Origin::Inferred};
        if (config.activation.origin == Origin::Assumed && config.mlp == Mlp::Plain)
            config.activation = {name->activation, Origin::Inferred};
    }
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

/// Networks without positions take what is stated, and none of them less than a patch.
Result<void> checkStatedSize(const StatedFacts& stated, const ModelConfig& config)
{
    const auto size = config.imageSize.value;
    const int patch = config.patch.value;
    if (config.imageSize.origin != Origin::Read || stated.imageSize != size || std::min(size.rows, size.columns) >= patch)
        return {};
    return fail(ErrorCode::Malformed,
        stated.file.string() + ": " + inQuotes(stated.imageSizeKey) + " states pictures of " + std::to_string(size.rows)
            + " × " + std::to_string(size.columns) + " pixels, smaller than a patch of " + std::to_string(patch)
            + "; correct it or give --image-size");
}

}

namespace
{

using Detector = Result<void> (*)(TensorsByName&, const Evidence&, ModelConfig&);

Detector detectorOf(Family family)
{
    switch (family) {
    case Family::Swin:
    case Family::SwinV2:
        return detectSwin;
    case Family::Cait:
        return detectCait;
    case Family::ResNet:
        return detectResNet;
    case Family::Bit:
        return detectBit;
    case Family::Vit:
    case Family::Hybrid:
        break;
    }
    return detectVit;
}

}

std::string hintText(const Evidence& evidence)
{
    auto text = evidence.stated.architecture.empty() ? std::filesystem::path(evidence.file).filename().string()
                                                     : evidence.stated.architecture;
    std::transform(text.begin(), text.end(), text.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

std::optional<int> numberAfterWord(std::string_view name, std::string_view word)
{
    const auto at = name.find(word);
    int number = 0;
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto [end, error] = std::from_chars(name.data() + at + word.size(), name.data() + name.size(), number);
    return error == std::errc{} && number > 0 ? std::optional(number) : std::nullopt;
}

Result<ModelConfig> detect(TensorsByName& tensors, const Evidence& evidence)
{
    const auto& layout = *evidence.recognised.layout;
    ModelConfig config;
    config.layout = layout.name;
    config.kin = layout.habits.kin;
    config.family = layout.family;
    const auto facts = detectorOf(layout.family)(tensors, evidence, config);
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
    if (auto size = checkStatedSize(evidence.stated, config); !size)
        return fail(size.error());
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
    constexpr std::size_t kMostCharacters = 200; // no screen has room for more
    for (auto& name : config.classNames)
        name = shortened(name, kMostCharacters);
    return {};
}

}
