// core/checkpoint/timm_names.cpp
#include "core/checkpoint/timm_names.h"
#include <algorithm>
#include <cstdint>
#include <iterator>

namespace patchlight
{
namespace
{

struct Kind {
    NameKind kind;
    bool computed;
    std::string_view what;
};
/// The one place that says what is computed: a network that is built here turns its row to true.
constexpr Kind kKinds[]{
    {NameKind::Plain, true, "is a plain Vision Transformer"},
    {NameKind::PostNorm, true, "puts its norms behind attention and MLP"},
    {NameKind::Parallel, false, "runs attention and MLP side by side"},
    {NameKind::Differential, false, "has differential attention"},
    {NameKind::RmsNorm, false, "has root mean square norms"},
    {NameKind::Rotary, false, "has rotary positions"},
    {NameKind::Eva02, true, "is an EVA-02 (rotary positions)"},
    {NameKind::DinoV3, true, "is a DINOv3 (rotary positions)"},
    {NameKind::Relative, false, "has relative positions"},
    {NameKind::Decomposed, false, "has decomposed relative positions and windows"},
    {NameKind::Beit, true, "is a BEiT (relative positions)"},
    {NameKind::Cait, true, "is a CaiT (class attention)"},
    {NameKind::SwinV2, true, "is a Swin Transformer V2 (cosine attention)"},
    {NameKind::SwinV2Cr, false, "is a Swin Transformer V2 of another code base"},
    {NameKind::NaFlex, false, "takes pictures of any shape (NaFlex)"},
    {NameKind::Attentive, true, "pools by attention before its head"},
    {NameKind::OtherStem, false, "has a convolutional stem of another kind"},
};

const Kind& rowOf(NameKind kind)
{
    return *std::find_if(std::begin(kKinds), std::end(kKinds), [&](const Kind& each) { return each.kind == kind; });
}

struct MeanAndStd {
    std::array<float, 3> mean, std;
};
MeanAndStd valuesOf(PixelValues values)
{
    switch (values) {
    case PixelValues::Half:
        return {{0.5F, 0.5F, 0.5F}, {0.5F, 0.5F, 0.5F}};
    case PixelValues::ImageNet:
        return {{0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F}};
    case PixelValues::Clip:
        return {{0.48145466F, 0.4578275F, 0.40821073F}, {0.26862954F, 0.26130258F, 0.27577711F}};
    case PixelValues::Raw:
        break;
    }
    return {{0, 0, 0}, {1, 1, 1}};
}

}

const TimmName* findTimmName(std::string_view architecture)
{
    const auto name = architecture.substr(0, architecture.find('.'));
    for (const auto names : {timmVitNames(), timmKinNames()}) {
        const auto found
            = std::find_if(names.begin(), names.end(), [&](const TimmName& each) { return each.name == name; });
        if (found != names.end())
            return &*found;
    }
    return nullptr;
}

const TimmName* otherThanPlainIn(std::string_view fileName)
{
    const TimmName* longest = nullptr;
    const auto endsAt = [&](std::size_t length) {
        return length == fileName.size() || std::string_view{"-_."}.find(fileName[length]) != std::string_view::npos;
    };
    for (const auto names : {timmVitNames(), timmKinNames()})
        for (const auto& each : names)
            if (fileName.starts_with(each.name) && endsAt(each.name.size())
                && (!longest || each.name.size() > longest->name.size()))
                longest = &each;
    const bool plain = longest && longest->kind == NameKind::Plain && longest->activation == Activation::Gelu;
    return plain ? nullptr : longest;
}

bool isResNetOfOtherPooling(std::string_view fileName)
{
    constexpr std::string_view stems[]{"resnetaa", "resnetblur"};
    return std::any_of(std::begin(stems), std::end(stems), [&](std::string_view stem) {
        return fileName.starts_with(stem) && fileName.size() > stem.size() && fileName[stem.size()] >= '0'
            && fileName[stem.size()] <= '9';
    });
}

bool isOtherTimmName(std::string_view architecture)
{
    constexpr std::string_view stems[]{"aimv2_", "bat_res", "beit3_", "botnet", "caformer", "cait_", "coat_",
        "coatnet", "coatnext", "convformer", "convit_", "convmixer", "convnext", "cpubone_", "crossvit_", "cs3",
        "csatv2", "cspdarknet", "cspnext", "cspres", "darknet", "davit_", "deepseek", "densenet", "dla", "dm_", "dpn",
        "eca_", "ecares", "edgenext", "efficientformer", "efficientnet", "efficientvim", "efficientvit", "ese_",
        "eva02_", "eva_", "fasternet", "fastvit", "fbnet", "focalnet", "gc_", "gcres", "gcvit", "gemma", "gernet",
        "ghostnet", "gmixer", "gmlp", "halo", "hardcorenas", "hgnet", "hiera", "hrnet", "iformer_", "inception",
        "lambda_res", "lamhalo", "lcnet", "legacy_", "levit", "lowformer", "mambaout", "maxvit", "maxxvit", "mixer_",
        "mixnet", "mnasnet", "mobilenet", "mobileone", "mobilevit", "mvitv2", "naflexvit", "nasnet", "nest_",
        "nextvit", "nf_", "nfnet", "pit_", "pnasnet", "poolformer", "pvt_", "qwen", "rdnet", "regnet", "repghost",
        "repvgg", "repvit", "res2ne", "resmlp", "resnest", "resnext", "resnetaa", "resnetblur", "resnetrs", "rexnet", "sam2_",
        "samvit", "sebotnet", "sedarknet", "sehalonet", "selecsls", "semnasnet", "senet", "sequencer", "seresne",
        "shvit", "skresne", "spnasnet", "starnet", "swiftformer", "tf_", "tiny_vit", "tinynet", "tnt_", "tresnet",
        "twins_", "vgg", "visformer", "vit_relpos", "vit_srelpos", "vitamin", "volo_", "vovnet", "xception", "xcit_"};
    const bool otherResNetV2 = architecture.starts_with("resnetv2_") && architecture.find("_bit") == std::string_view::npos;
    return otherResNetV2 || std::any_of(
        std::begin(stems), std::end(stems), [&](std::string_view stem) { return architecture.starts_with(stem); });
}

bool isComputed(NameKind kind)
{
    return rowOf(kind).computed;
}

std::string_view whatIsOther(NameKind kind)
{
    return rowOf(kind).what;
}

PreprocessProfile profileOf(const TimmName& name, GridSize input)
{
    const auto enlarged = [&](int side) { return static_cast<int>(std::int64_t{side} * 1000 / name.cropPerMille); };
    const auto values = valuesOf(name.values);
    PreprocessProfile profile;
    profile.name = name.name;
    profile.mode = name.squash ? ResizeMode::Squash : ResizeMode::Shorter;
    profile.resize = enlarged(std::max(input.rows, input.columns));
    profile.resizeTo = {enlarged(input.rows), enlarged(input.columns)};
    profile.crop = input;
    profile.filter = name.filter;
    profile.mean = values.mean;
    profile.std = values.std;
    return profile;
}

}
