// core/checkpoint/choose_profile.cpp: which recipe a network was evaluated with.
#include "core/base/family.h"
#include "core/checkpoint/detect.h"
#include "core/checkpoint/profile_values.h"
#include "core/checkpoint/profiles.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

/// A word in the architecture's or file's name that tells whose weights these are. The first that fits counts.
struct Hint {
    std::string_view layout, word, profile;
};
constexpr Hint kHints[]{
    {"timm", "miil", "timm-vit-miil"},
    {"timm", "dinov3", "timm-dinov3"},
    {"timm", "beitv2", "timm-beitv2"},
    {"timm", "dinov2", "timm-dinov2"},
    {"timm", "dino", "timm-dino"},
    {"timm", "mae", "timm-mae"},
    {"timm", "deit", "timm-deit"},
    {"timm", "siglip", "timm-siglip"},
    {"timm", "clip", "timm-clip"},
    {"torchvision", "swin_s", "torchvision-swin-s"},
    {"torchvision", "swin_b", "torchvision-swin-b"},
    {"torchvision", "swag", "torchvision-swag"},
    {"torchvision", "l_16", "torchvision-vit-l16"},
};

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

Fact<std::string> profileName(const Evidence& evidence, const ModelConfig& config)
{
    const auto& layout = *evidence.recognised.layout;
    const auto name
        = lowerCase(evidence.stated.architecture + " " + std::filesystem::path(evidence.file).filename().string());
    for (const auto& hint : kHints)
        if (hint.layout == layout.name && name.find(hint.word) != std::string::npos)
            return {std::string(hint.profile), Origin::Inferred};
    if (config.layout == "timm" && config.family == Family::Hybrid)
        return {"timm-hybrid", Origin::Assumed};
    if (config.layout == "deit")
        return {"deit", Origin::Assumed};
    if (config.layout == "timm" && config.distillationToken)
        return {"timm-deit", Origin::Assumed};
    // Torchvision's three sizes of Swin differ in nothing but this; T and S in their depth, S and B in their width.
    if (config.layout == "torchvision" && traitsOf(config.family).windowed && config.blockCount() >= 24)
        return {config.width.value >= 128 ? "torchvision-swin-b" : "torchvision-swin-s", Origin::Inferred};
    return {std::string(layout.habits.profile), Origin::Assumed};
}

}

namespace
{

/// Their patch embedding leaves out the last pixels that make no whole patch; Swin pads, convolutions take any side.
bool cutsToPatches(Family family)
{
    return traitsOf(family).attends && !traitsOf(family).windowed;
}

/// What the recipe crops to is what the network receives, whatever size it was trained at, as long as that makes whole
/// patches.
void takeStatedSize(ModelConfig& config)
{
    auto& profile = config.profile.value;
    if (profile.mode == ResizeMode::Patches) {
        profile.patch = config.patch.value;
        keepShape(profile);
    }
    const auto& crop = profile.crop;
    const int patch = std::max(1, config.patch.value);
    const bool cut = cutsToPatches(config.family) && GridSize{crop.rows / patch, crop.columns / patch} == config.positionGrid;
    const bool whole = crop.rows >= patch && crop.columns >= patch && crop.rows % patch == 0 && crop.columns % patch == 0;
    if (cut && !whole && config.imageSize.origin != Origin::Given)
        return; // the last pixels are cut off, not resized away
    if (config.imageSize.origin == Origin::Given || !whole)
        profile = resized(profile, config.imageSize.value);
    else if (crop != config.imageSize.value)
        config.imageSize = {crop, Origin::Read};
}

/// The processor's own recipe: as many patches as there are positions.
PreprocessProfile anyShape(const ModelConfig& config)
{
    auto profile = makeProfile("siglip", config.imageSize.value).value_or(PreprocessProfile{});
    profile.filter = Filter::Bilinear;
    profile.mostPatches = config.positionGrid.count();
    profile.mode = ResizeMode::Patches;
    return profile;
}

/// Errors: InvalidOption (a band that the network does not read, or nothing to choose from).
Result<void> checkBands(const std::vector<int>& bands, int channels)
{
    if (!bands.empty() && channels <= 3)
        return fail(ErrorCode::InvalidOption, "bands are chosen of networks of more than three channels; leave --bands out");
    for (const int band : bands)
        if (band >= channels)
            return fail(ErrorCode::InvalidOption,
                "there is no band " + std::to_string(band) + ": those of the network are 0 to "
                    + std::to_string(channels - 1) + "; name others with --bands");
    return {};
}

}

Result<void> choosePreprocessing(const Evidence& evidence, ModelConfig& config)
{
    const auto size = config.imageSize.value;
    if (evidence.stated.profile) {
        config.profile = {*evidence.stated.profile, Origin::Read};
        takeStatedSize(config);
    } else if (config.anyGrid) {
        config.profile = {anyShape(config), Origin::Assumed};
        takeStatedSize(config);
    } else if (const auto* named = evidence.stated.named) {
        config.profile = {profileOf(*named, size), Origin::Inferred};
    } else {
        const auto name = profileName(evidence, config);
        config.profile = {makeProfile(name.value, size).value_or(PreprocessProfile{}), name.origin};
    }
    if (evidence.given.profile) {
        auto profile = findProfile(*evidence.given.profile, size, config.profile.value);
        if (!profile)
            return fail(profile.error());
        const bool named = makeProfile(*evidence.given.profile, size).has_value();
        config.profile = {named ? resized(*profile, size) : *profile, Origin::Given};
        if (config.imageSize.origin != Origin::Given)
            config.imageSize.value = config.profile.value.crop;
    }
    config.profile.value.stretch |= evidence.given.stretch;
    if (auto fits = checkBands(evidence.given.bands, config.channels.value); !fits)
        return fits;
    config.profile.value.bands = evidence.given.bands;
    config.profile.value.colourProfiles &= evidence.given.colourProfiles;
    config.profile.value.channels = config.channels.value;
    config.profile.value.patch = cutsToPatches(config.family) ? config.patch.value : 1;
    return {};
}

}
