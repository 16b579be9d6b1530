// core/checkpoint/profile_files.cpp: recipes as other programs write them down.
#include "core/base/fact_words.h"
#include "core/base/json_text.h"
#include "core/base/limits.h"
#include "core/base/message_parts.h"
#include "core/checkpoint/profiles.h"
#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;

std::optional<int> side(const Json& json)
{
    if (!json.is_number() || json.get<double>() < 1 || json.get<double>() > kLongestSide)
        return std::nullopt;
    return json.get<int>();
}

/// n, [rows, columns], or {"height", "width"}.
std::optional<GridSize> sides(const Json& json)
{
    if (const auto both = side(json))
        return GridSize{*both, *both};
    const bool pair = json.is_array() && json.size() == 2;
    const bool named = json.is_object() && json.contains("height") && json.contains("width");
    if (!pair && !named)
        return std::nullopt;
    const auto rows = side(pair ? json[0] : json["height"]);
    const auto columns = side(pair ? json[1] : json["width"]);
    return rows && columns ? std::optional{GridSize{*rows, *columns}} : std::nullopt;
}

std::optional<std::array<float, 3>> triple(const Json& json)
{
    std::array<float, 3> values{};
    if (!json.is_array() || json.size() != values.size())
        return std::nullopt;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!json[i].is_number() || !std::isfinite(json[i].get<float>()))
            return std::nullopt;
        values[i] = json[i].get<float>();
    }
    return values;
}

/// Fills mean and std; false where they are there but make no sense.
bool readNormalisation(const Json& json, const char* mean, const char* std, PreprocessProfile& profile)
{
    if (json.contains(mean)) {
        const auto values = triple(json[mean]);
        if (!values)
            return false;
        profile.mean = *values;
    }
    if (json.contains(std)) {
        const auto values = triple(json[std]);
        if (!values || std::any_of(values->begin(), values->end(), [](float s) { return s <= 0; }))
            return false;
        profile.std = *values;
    }
    return true;
}

Json member(const Json& json, const char* name)
{
    return json.is_object() && json.contains(name) ? json[name] : Json();
}

bool flag(const Json& json, const char* name, bool otherwise)
{
    const auto value = member(json, name);
    return value.is_boolean() ? value.get<bool>() : otherwise;
}

/// Pillow's numbers for its filters.
std::optional<Filter> filterFromNumber(const Json& json)
{
    constexpr Filter filters[]{Filter::Nearest, Filter::Lanczos, Filter::Bilinear, Filter::Bicubic, Filter::Box};
    if (!json.is_number_integer() || json.get<std::int64_t>() < 0
        || json.get<std::int64_t>() >= static_cast<std::int64_t>(std::size(filters)))
        return std::nullopt;
    return filters[json.get<std::size_t>()];
}

/// "size" in its spellings: {"shortest_edge": n} keeps proportions, everything else squashes.
void readProcessorSize(const Json& size, PreprocessProfile& profile)
{
    if (const auto shortest = side(member(size, "shortest_edge"))) {
        profile.mode = ResizeMode::Shorter;
        profile.resize = *shortest;
        profile.resizeTo = {*shortest, *shortest};
    } else if (const auto both = sides(size)) {
        profile.mode = ResizeMode::Squash;
        profile.resizeTo = *both;
        profile.resize = std::max(both->rows, both->columns);
    }
}

const std::string kOwnKeys = "\"name\", \"mode\", \"resize\", \"crop\", \"interpolation\", \"mean\", \"std\"";

/// One key of our own form: what it may hold, and where that goes.
struct Reader {
    std::string_view key, expected;
    bool (*read)(const Json&, PreprocessProfile&);
};
constexpr Reader kReaders[]{
    {"name", "a text", [](const Json& json, PreprocessProfile&) { return json.is_string(); }},
    {"mode", "\"shorter\" or \"squash\"",
        [](const Json& json, PreprocessProfile& profile) {
            const auto mode = json.is_string() ? byWord<ResizeMode>(json.get<std::string>()) : std::nullopt;
            profile.mode = mode.value_or(ResizeMode::Shorter);
            return mode.has_value();
        }},
    {"resize", "pixels or [rows, columns]",
        [](const Json& json, PreprocessProfile& profile) {
            const auto both = sides(json);
            profile.resizeTo = both.value_or(profile.resizeTo);
            profile.resize = std::min(profile.resizeTo.rows, profile.resizeTo.columns);
            return both.has_value();
        }},
    {"crop", "pixels or [rows, columns]",
        [](const Json& json, PreprocessProfile& profile) {
            const auto both = sides(json);
            profile.crop = both.value_or(profile.crop);
            return both.has_value();
        }},
    {"interpolation", "\"nearest\", \"bilinear\", \"bicubic\", \"lanczos\" or \"box\"",
        [](const Json& json, PreprocessProfile& profile) {
            const auto filter = json.is_string() ? filterFromName(json.get<std::string>()) : std::nullopt;
            profile.filter = filter.value_or(profile.filter);
            return filter.has_value();
        }},
    {"mean", "three numbers",
        [](const Json& json, PreprocessProfile& profile) {
            const auto values = triple(json);
            profile.mean = values.value_or(profile.mean);
            return values.has_value();
        }},
    {"std", "three numbers above 0",
        [](const Json& json, PreprocessProfile& profile) {
            const auto values = triple(json);
            profile.std = values.value_or(profile.std);
            return values && std::all_of(values->begin(), values->end(), [](float s) { return s > 0; });
        }},
};

std::string shortened(const Json& json)
{
    constexpr std::size_t kMost = 60;
    auto text = jsonText(json);
    return text.size() > kMost ? text.substr(0, kMost) + "…" : text;
}

}

std::optional<Filter> filterFromName(std::string_view name)
{
    return name == "random" ? Filter::Bilinear : byWord<Filter>(name); // timm's training draws one; its tests do not
}

std::optional<PreprocessProfile> profileFromProcessor(const Json& json, GridSize input)
{
    if (!json.contains("image_mean") && !json.contains("size") && !json.contains("image_processor_type"))
        return std::nullopt;
    PreprocessProfile profile;
    profile.name = "preprocessor_config.json";
    profile.mode = ResizeMode::Squash;
    profile.resizeTo = input;
    profile.resize = std::max(input.rows, input.columns);
    profile.filter = filterFromNumber(member(json, "resample")).value_or(Filter::Bilinear);
    if (flag(json, "do_resize", true))
        readProcessorSize(member(json, "size"), profile);
    const auto crop = sides(member(json, "crop_size"));
    const bool crops = flag(json, "do_center_crop", crop.has_value());
    profile.crop = crops && crop ? *crop : profile.mode == ResizeMode::Squash ? profile.resizeTo : input;
    if (!flag(json, "do_normalize", true)) {
        profile.mean = {0, 0, 0};
        profile.std = {1, 1, 1};
    } else if (!readNormalisation(json, "image_mean", "image_std", profile)) {
        return std::nullopt;
    }
    return profile;
}

std::optional<PreprocessProfile> profileFromTimm(const Json& json, GridSize input)
{
    if (!json.is_object() || !json.contains("mean") || !json.contains("std"))
        return std::nullopt;
    PreprocessProfile profile;
    profile.name = "config.json";
    const auto size = member(json, "input_size");
    const auto stated = size.is_array() && size.size() == 3 ? sides(Json::array({size[1], size[2]})) : std::nullopt;
    const auto percentage = member(json, "crop_pct");
    const double part = percentage.is_number() ? percentage.get<double>() : 0.875;
    const auto filter = member(json, "interpolation");
    if (!(part > 0.1 && part <= 2) || !readNormalisation(json, "mean", "std", profile))
        return std::nullopt;
    const auto enlarged = [&](int length) { return static_cast<int>(std::floor(length / part)); };
    profile.crop = input.count() > 0 ? input : stated.value_or(GridSize{224, 224});
    profile.mode = member(json, "crop_mode") == "squash" ? ResizeMode::Squash : ResizeMode::Shorter;
    profile.resize = enlarged(std::max(profile.crop.rows, profile.crop.columns));
    profile.resizeTo = {enlarged(profile.crop.rows), enlarged(profile.crop.columns)};
    profile.filter
        = filter.is_string() ? filterFromName(filter.get<std::string>()).value_or(Filter::Bicubic) : Filter::Bicubic;
    return profile;
}

std::optional<PreprocessProfile> profileFromOpenClip(const Json& json, GridSize input)
{
    auto profile = makeProfile("openai-clip", input).value_or(PreprocessProfile{});
    profile.name = "open_clip_config.json";
    if (!json.is_object())
        return profile;
    if (!readNormalisation(json, "mean", "std", profile))
        return std::nullopt;
    profile.mode = member(json, "resize_mode") == "squash" ? ResizeMode::Squash : ResizeMode::Shorter;
    const auto filter = member(json, "interpolation");
    if (filter.is_string())
        profile.filter = filterFromName(filter.get<std::string>()).value_or(Filter::Bicubic);
    return profile;
}

Result<PreprocessProfile> profileFromOwn(const Json& json, const PreprocessProfile& own, const std::string& file)
{
    if (!json.is_object() || json.empty())
        return fail(ErrorCode::Malformed, file + " is no object of preprocessing; give it some of " + kOwnKeys);
    PreprocessProfile profile = own;
    for (const auto& [key, value] : json.items()) {
        const auto* known
            = std::find_if(std::begin(kReaders), std::end(kReaders), [&](auto& r) { return r.key == key; });
        if (known == std::end(kReaders))
            return fail(
                ErrorCode::Malformed, file + " has an unknown key " + inQuotes(key) + "; the keys are " + kOwnKeys);
        if (!known->read(value, profile))
            return fail(ErrorCode::Malformed,
                file + ": " + inQuotes(key) + " must be " + std::string(known->expected) + ", not " + shortened(value));
    }
    if (json.contains("crop") && !json.contains("resize")) {
        profile.resizeTo = profile.crop;
        profile.resize = std::min(profile.crop.rows, profile.crop.columns);
    }
    return profile;
}

}
