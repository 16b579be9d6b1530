// core/checkpoint/profiles.cpp
#include "core/checkpoint/profiles.h"
#include "core/base/limits.h"
#include "core/checkpoint/json_file.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

using Values = std::array<float, 3>;
struct Normalisation {
    Values mean, std;
};
constexpr Normalisation kImageNet{{0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F}};
constexpr Normalisation kHalf{{0.5F, 0.5F, 0.5F}, {0.5F, 0.5F, 0.5F}};
constexpr Normalisation kClip{{0.48145466F, 0.4578275F, 0.40821073F}, {0.26862954F, 0.26130258F, 0.27577711F}};
constexpr Normalisation kNone{{0, 0, 0}, {1, 1, 1}};

/// Resizes to `size · times / per`, rounded down, then crops the centre. `fullFrom`: from this size on nothing is
/// cropped away, as the references do for their 384 px networks (0 = never so).
struct Recipe {
    std::string_view name;
    ResizeMode mode;
    int times, per, fullFrom;
    Filter filter;
    const Normalisation& norm;
    bool inFloat = false;
};

constexpr auto kShorter = ResizeMode::Shorter;
constexpr auto kSquash = ResizeMode::Squash;
constexpr Recipe kRecipes[]{
    {"timm-vit", kShorter, 10, 9, 384, Filter::Bicubic, kHalf},
    {"timm-vit-miil", kShorter, 8, 7, 0, Filter::Bilinear, kNone},
    {"timm-dino", kShorter, 10, 9, 0, Filter::Bicubic, kImageNet},
    {"timm-mae", kShorter, 10, 9, 0, Filter::Bicubic, kImageNet},
    {"timm-dinov2", kShorter, 1, 1, 0, Filter::Bicubic, kImageNet},
    {"timm-deit", kShorter, 10, 9, 384, Filter::Bicubic, kImageNet},
    {"timm-swin", kShorter, 10, 9, 384, Filter::Bicubic, kImageNet},
    {"timm-hybrid", kShorter, 10, 9, 384, Filter::Bicubic, kHalf},
    {"timm-clip", kShorter, 10, 9, 384, Filter::Bicubic, kClip},
    {"timm-siglip", kShorter, 10, 9, 0, Filter::Bicubic, kHalf},
    {"timm-dinov3", kShorter, 1, 1, 0, Filter::Bicubic, kImageNet},
    {"timm-beit", kShorter, 10, 9, 384, Filter::Bicubic, kHalf},
    {"timm-beitv2", kShorter, 10, 9, 0, Filter::Bicubic, kImageNet},
    {"timm-eva02", kSquash, 1, 1, 0, Filter::Bicubic, kClip},
    {"timm-cait", kShorter, 1, 1, 0, Filter::Bicubic, kImageNet},
    {"timm-resnet", kShorter, 20, 19, 0, Filter::Bicubic, kImageNet},
    {"openai-clip", kShorter, 1, 1, 0, Filter::Bicubic, kClip},
    {"siglip", kSquash, 1, 1, 0, Filter::Bicubic, kHalf},
    {"dinov3", kSquash, 1, 1, 0, Filter::Bilinear, kImageNet},
    {"bit", kShorter, 1, 1, 0, Filter::Bilinear, kHalf},
    {"deit", kShorter, 8, 7, 0, Filter::Bicubic, kImageNet},
    {"swin", kShorter, 8, 7, 0, Filter::Bicubic, kImageNet},
    {"dino", kShorter, 8, 7, 0, Filter::Bicubic, kImageNet},
    {"google-vit", kSquash, 1, 1, 0, Filter::Bilinear, kHalf},
    {"hf-vit", kSquash, 1, 1, 0, Filter::Bilinear, kHalf},
    {"hf-deit", kSquash, 8, 7, 0, Filter::Bicubic, kImageNet},
    {"hf-swin", kSquash, 1, 1, 0, Filter::Bicubic, kImageNet},
    {"hf-beit", kSquash, 1, 1, 0, Filter::Bicubic, kHalf},
    {"hf-dinov3", kSquash, 1, 1, 0, Filter::Bilinear, kImageNet, true},
    {"hf-resnet", kShorter, 8, 7, 384, Filter::Bicubic, kImageNet},
    {"hf-dinov2", kShorter, 8, 7, 0, Filter::Bicubic, kImageNet},
    {"torchvision-vit", kShorter, 8, 7, 0, Filter::Bilinear, kImageNet},
    {"torchvision-vit-l16", kShorter, 121, 112, 0, Filter::Bilinear, kImageNet},
    {"torchvision-swag", kShorter, 1, 1, 0, Filter::Bicubic, kImageNet},
    {"torchvision-resnet", kShorter, 8, 7, 0, Filter::Bilinear, kImageNet},
    {"torchvision-resnet-v2", kShorter, 29, 28, 0, Filter::Bilinear, kImageNet},
    {"torchvision-swin-t", kShorter, 29, 28, 0, Filter::Bicubic, kImageNet},
    {"torchvision-swin-s", kShorter, 123, 112, 0, Filter::Bicubic, kImageNet},
    {"torchvision-swin-b", kShorter, 17, 16, 0, Filter::Bicubic, kImageNet},
};

/// Names are taken in any case, with spaces or underscores for hyphens.
std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name)
        plain += c == ' ' || c == '_' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return plain;
}

std::string allNames()
{
    std::string text;
    for (const auto& recipe : kRecipes)
        text += (text.empty() ? "" : ", ") + std::string(recipe.name);
    return text;
}

/// Other programs' files are told by keys that ours has not.
Result<PreprocessProfile> fromFile(
    const nlohmann::json& json, const std::string& file, GridSize input, const PreprocessProfile& own)
{
    const auto has = [&](const char* key) { return json.is_object() && json.contains(key); };
    const bool timm = has("pretrained_cfg") || has("input_size");
    constexpr const char* kProcessorKeys[]{"image_mean", "image_std", "image_processor_type", "feature_extractor_type",
        "do_resize", "do_normalize", "crop_size", "resample"};
    const bool processor = std::any_of(std::begin(kProcessorKeys), std::end(kProcessorKeys), has);
    if (!timm && !processor)
        return profileFromOwn(json, own, file);
    const auto& stated = has("pretrained_cfg") ? json.at("pretrained_cfg") : json;
    if (const auto wrong = processor ? senselessInProcessor(json) : senselessInTimm(stated); !wrong.empty())
        return fail(ErrorCode::Malformed, file + ": " + wrong + "; correct it or give another profile");
    std::vector<std::string> notes;
    const auto profile = processor ? profileFromProcessor(json, input, notes)
                                   : profileFromTimm(stated, input);
    if (profile)
        return *profile;
    return fail(ErrorCode::Malformed, file + " describes preprocessing that makes no sense; check its mean and std");
}

}

std::vector<std::string> profileNames()
{
    std::vector<std::string> names;
    for (const auto& recipe : kRecipes)
        names.emplace_back(recipe.name);
    return names;
}

std::optional<PreprocessProfile> makeProfile(std::string_view name, GridSize input)
{
    const auto plain = plainName(name);
    const auto* found
        = std::find_if(std::begin(kRecipes), std::end(kRecipes), [&](const auto& r) { return r.name == plain; });
    if (found == std::end(kRecipes))
        return std::nullopt;
    const bool full = found->fullFrom > 0 && std::min(input.rows, input.columns) >= found->fullFrom;
    const auto enlarged
        = [&](int size) { return full ? size : static_cast<int>(std::int64_t{size} * found->times / found->per); };
    PreprocessProfile profile;
    profile.name = found->name;
    profile.mode = found->mode;
    profile.resize = enlarged(std::max(input.rows, input.columns));
    profile.resizeTo = {enlarged(input.rows), enlarged(input.columns)};
    profile.crop = input;
    profile.filter = found->filter;
    profile.inFloat = found->inFloat;
    profile.mean = found->norm.mean;
    profile.std = found->norm.std;
    return profile;
}

Result<PreprocessProfile> findProfile(const std::string& nameOrFile, GridSize input, const PreprocessProfile& own)
{
    if (auto profile = makeProfile(nameOrFile, input))
        return *profile;
    if (!nameOrFile.ends_with(".json"))
        return fail(ErrorCode::InvalidOption,
            "there is no profile called " + nameOrFile + "; take one of " + allNames() + ", or a .json file");
    const auto json = readJson(nameOrFile);
    if (!json)
        return fail(json.error());
    auto profile = fromFile(*json, nameOrFile, input, own);
    if (profile)
        profile->name = std::filesystem::path(nameOrFile).filename().string();
    return profile;
}

PreprocessProfile resized(const PreprocessProfile& profile, GridSize input)
{
    if (profile.crop == input || profile.crop.count() <= 0)
        return profile;
    PreprocessProfile other = profile;
    if (profile.mode == ResizeMode::Patches) { // a size was asked for: no longer the picture's own shape
        other.mode = ResizeMode::Squash;
        other.resizeTo = other.crop = input;
        return other;
    }
    const auto scale = [](int value, int to, int from) {
        constexpr std::int64_t tooLong = kLongestSide + 1; // preprocess refuses it
        return std::max(to, static_cast<int>(std::min(std::int64_t{value} * to / from, tooLong)));
    };
    other.crop = input;
    other.resize
        = scale(profile.resize, std::max(input.rows, input.columns), std::max(profile.crop.rows, profile.crop.columns));
    other.resizeTo = {scale(profile.resizeTo.rows, input.rows, profile.crop.rows),
        scale(profile.resizeTo.columns, input.columns, profile.crop.columns)};
    return other;
}

}
