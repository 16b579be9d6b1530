// core/checkpoint/processor_files.cpp: Hugging Face's preprocessor_config.json, read as each processor class reads it.
// Source: transformers, image_processing_{vit,deit,clip,bit,siglip,siglip2,convnext,beit,levit,dinov3_vit}.py, image_utils
// get_size_dict, image_processing_utils_fast.py (there null means the class's own default).
#include "core/base/message_parts.h"
#include "core/checkpoint/profile_values.h"
#include "core/checkpoint/profiles.h"
#include <algorithm>
#include <cmath>
#include <iterator>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;
using Values = std::array<float, 3>;
constexpr Values kHalf{0.5F, 0.5F, 0.5F};
constexpr Values kImageNetMean{0.485F, 0.456F, 0.406F}, kImageNetStd{0.229F, 0.224F, 0.225F};
constexpr Values kClipMean{0.48145466F, 0.4578275F, 0.40821073F}, kClipStd{0.26862954F, 0.26130258F, 0.27577711F};

/// What a class does where its file says nothing.
struct Processor {
    std::string_view begins; ///< of the class's name, before "ImageProcessor", "FeatureExtractor", "…Fast"
    bool square; ///< a size of one number is both sides; else the shorter edge
    int size, crop; ///< px; crop 0: none
    Filter filter;
    Values mean, std;
    bool inFloat = false; ///< scales first and resizes what that gives
    int mostPatches = 0; ///< keeps the picture's shape, in so many whole patches
};
constexpr float kLargestScale = 1e6F; ///< what it makes of 255 is far from overflow
constexpr int kProcessorPatch = 16; ///< where a file of a processor with patches says nothing
constexpr Processor kProcessors[]{
    {"ViTHybrid", false, 224, 224, Filter::Bicubic, kClipMean, kClipStd},
    {"ViT", true, 224, 0, Filter::Bilinear, kHalf, kHalf},
    {"DeiT", true, 256, 224, Filter::Bicubic, kHalf, kHalf},
    {"Beit", true, 256, 224, Filter::Bicubic, kHalf, kHalf},
    {"Siglip2", true, 0, 0, Filter::Bilinear, kHalf, kHalf, false, 256},
    {"Siglip", true, 224, 0, Filter::Bicubic, kHalf, kHalf},
    {"DINOv3ViT", true, 224, 0, Filter::Bilinear, kImageNetMean, kImageNetStd, true},
    {"CLIP", false, 224, 224, Filter::Bicubic, kClipMean, kClipStd},
    {"ChineseCLIP", false, 224, 224, Filter::Bicubic, kClipMean, kClipStd},
    {"Bit", false, 224, 224, Filter::Bicubic, kClipMean, kClipStd},
    {"ConvNext", false, 384, 0, Filter::Bilinear, kHalf, kHalf},
    {"ConvNeXT", false, 384, 0, Filter::Bilinear, kHalf, kHalf},
    {"Levit", false, 224, 224, Filter::Bicubic, kImageNetMean, kImageNetStd},
    {"PoolFormer", false, 224, 224, Filter::Bicubic, kImageNetMean, kImageNetStd},
    {"MobileNetV", false, 256, 224, Filter::Bilinear, kHalf, kHalf},
    {"Blip", true, 384, 0, Filter::Bicubic, kClipMean, kClipStd},
    {"", true, 0, 0, Filter::Bilinear, kHalf, kHalf},
};

std::string className(const Json& json)
{
    for (const char* key : {"image_processor_type", "feature_extractor_type"})
        if (const auto name = memberOf(json, key); name.is_string())
            return name.get<std::string>();
    return {};
}

const Processor& processorOf(const Json& json)
{
    const auto name = className(json);
    return *std::find_if(std::begin(kProcessors), std::end(kProcessors),
        [&](const Processor& each) { return name.starts_with(each.begins); });
}

bool flag(const Json& json, const char* name, bool otherwise)
{
    const auto value = memberOf(json, name);
    return value.is_boolean() ? value.get<bool>() : otherwise;
}

/// Pillow's numbers for its filters, or their names.
std::optional<Filter> filterFrom(const Json& json)
{
    constexpr Filter filters[]{Filter::Nearest, Filter::Lanczos, Filter::Bilinear, Filter::Bicubic, Filter::Box};
    if (json.is_string())
        return filterFromName(json.get<std::string>());
    if (!json.is_number_integer() || json.get<std::int64_t>() < 0
        || json.get<std::int64_t>() >= static_cast<std::int64_t>(std::size(filters)))
        return std::nullopt;
    return filters[json.get<std::size_t>()];
}

void toShorter(int edge, PreprocessProfile& profile)
{
    profile.mode = ResizeMode::Shorter;
    profile.resize = edge;
    profile.resizeTo = {edge, edge};
}

void toBoth(GridSize size, PreprocessProfile& profile)
{
    profile.mode = ResizeMode::Squash;
    profile.resizeTo = size;
    profile.resize = std::max(size.rows, size.columns);
}

/// One file, one profile; notes for what is stated and does not count.
class Reading
{
public:
    Reading(const Json& json, GridSize input, std::vector<std::string>& notes)
        : m_json(json), m_own(processorOf(json)), m_input(input), m_notes(notes)
    {
    }

    std::optional<PreprocessProfile> read()
    {
        m_profile.name = "preprocessor_config.json";
        m_profile.mean = m_own.mean;
        m_profile.std = m_own.std;
        m_profile.filter = readFilter();
        m_profile.inFloat = m_own.inFloat;
        if (m_own.mostPatches > 0 && flag(m_json, "do_resize", true)) {
            readPatches();
        } else {
            readSize();
            readCrop();
        }
        if (!readValues())
            return std::nullopt;
        for (const char* key : {"do_pad", "do_flip_channel_order", "do_reduce_labels", "do_thumbnail"})
            if (flag(m_json, key, false))
                note(key, "is not done");
        if (const auto name = className(m_json); !name.empty() && m_own.begins.empty())
            note("image_processor_type", inQuotes(name) + " is none known here; what the file leaves open is assumed");
        noteSenseless();
        return m_profile;
    }

private:
    Filter readFilter()
    {
        const auto stated = memberOf(m_json, "resample");
        const auto filter = filterFrom(stated);
        if (!stated.is_null() && !filter)
            note("resample", "is no filter known here");
        return filter.value_or(m_own.filter);
    }

    void readPatches()
    {
        m_profile.patch = sideFrom(memberOf(m_json, "patch_size")).value_or(kProcessorPatch);
        m_profile.mostPatches = sideFrom(memberOf(m_json, "max_num_patches")).value_or(m_own.mostPatches);
        keepShape(m_profile);
    }

    void readSize()
    {
        const auto size = memberOf(m_json, "size");
        const auto own = m_own.size > 0 ? GridSize{m_own.size, m_own.size} : m_input;
        const bool square = flag(m_json, "default_to_square", m_own.square);
        if (!flag(m_json, "do_resize", true)) {
            m_profile.mode = ResizeMode::Keep;
        } else if (const auto shortest = sideFrom(memberOf(size, "shortest_edge"))) {
            toShorter(*shortest, m_profile);
            if (!memberOf(size, "longest_edge").is_null())
                note("size.longest_edge", "does not count");
        } else if (const auto one = sideFrom(size); one && !square) {
            toShorter(*one, m_profile);
        } else if (const auto both = sidesFrom(size)) {
            toBoth(*both, m_profile);
        } else {
            if (!size.is_null())
                note("size", "makes no sense here; the processor's own is taken");
            square ? toBoth(own, m_profile) : toShorter(std::max(own.rows, own.columns), m_profile);
        }
        const auto part = memberOf(m_json, "crop_pct");
        if (part.is_number() && part.get<double>() > 0.1 && part.get<double>() <= 2 && m_profile.mode == ResizeMode::Shorter)
            readPart(part.get<double>());
    }

    /// ConvNeXt's: below 384 the shorter edge goes to edge / crop_pct and the centre is cropped; from 384 on squashed.
    void readPart(double part)
    {
        const int edge = m_profile.resize;
        if (edge >= 384) {
            toBoth({edge, edge}, m_profile);
            return;
        }
        toShorter(static_cast<int>(edge / part), m_profile);
        m_cropToEdge = GridSize{edge, edge};
    }

    void readCrop()
    {
        const auto stated = sidesFrom(memberOf(m_json, "crop_size"));
        const auto own = m_own.crop > 0 ? std::optional{GridSize{m_own.crop, m_own.crop}} : std::nullopt;
        const auto wanted = stated ? stated : own;
        const auto rest = m_profile.mode == ResizeMode::Squash ? m_profile.resizeTo : m_input;
        const bool crops = flag(m_json, "do_center_crop", m_own.begins.empty() ? stated.has_value() : own.has_value());
        m_profile.crop = crops && wanted ? *wanted : m_cropToEdge.value_or(rest);
    }

    bool readValues()
    {
        const auto factor = memberOf(m_json, "rescale_factor");
        if (!flag(m_json, "do_rescale", true))
            m_profile.scale = 1;
        else if (factor.is_number() && std::abs(factor.get<double>() * 255 - 1) > 1e-6)
            m_profile.scale = factor.get<float>();
        if (!(m_profile.scale > 0) || !std::isfinite(m_profile.scale))
            return false;
        if (flag(m_json, "do_normalize", true))
            return readNormalisation(m_json, "image_mean", "image_std", m_profile);
        m_profile.mean = {0, 0, 0};
        m_profile.std = {1, 1, 1};
        return true;
    }

    /// Values that were passed over.
    void noteSenseless()
    {
        for (const char* key : {"do_resize", "do_center_crop", "do_rescale", "do_normalize", "default_to_square"})
            if (const auto stated = memberOf(m_json, key); !stated.is_null() && !stated.is_boolean())
                note(key, "is neither true nor false and does not count");
        const auto crop = memberOf(m_json, "crop_size"), part = memberOf(m_json, "crop_pct");
        if (!crop.is_null() && !sidesFrom(crop))
            note("crop_size", "makes no sense here and does not count");
        if (!part.is_null() && !(part.is_number() && part.get<double>() > 0.1 && part.get<double>() <= 2))
            note("crop_pct", "makes no sense here and does not count");
    }

    void note(const std::string& key, const std::string& what)
    {
        m_notes.push_back("preprocessor_config.json: " + inQuotes(key) + " " + what);
    }

    const Json& m_json;
    const Processor& m_own;
    GridSize m_input;
    std::vector<std::string>& m_notes;
    std::optional<GridSize> m_cropToEdge;
    PreprocessProfile m_profile;
};

}

std::optional<PreprocessProfile> profileFromProcessor(
    const Json& json, GridSize input, std::vector<std::string>& notes)
{
    if (!json.contains("image_mean") && !json.contains("size") && className(json).empty())
        return std::nullopt;
    return Reading(json, input, notes).read();
}

std::string senselessInProcessor(const Json& json)
{
    const auto factor = memberOf(json, "rescale_factor");
    const bool rescales = flag(json, "do_rescale", true) && !factor.is_null();
    if (rescales && !(factor.is_number() && factor.get<float>() > 0 && factor.get<float>() <= kLargestScale))
        return "'rescale_factor' must be a number above 0, not " + shownValue(factor);
    return flag(json, "do_normalize", true) ? senselessNormalisation(json, "image_mean", "image_std") : "";
}

}
