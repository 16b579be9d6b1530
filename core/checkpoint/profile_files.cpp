// core/checkpoint/profile_files.cpp: recipes as other programs write them down.
#include "core/base/fact_words.h"
#include "core/base/json_text.h"
#include "core/base/limits.h"
#include "core/base/message_parts.h"
#include "core/checkpoint/profile_values.h"
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

const std::string kOwnKeys = "\"name\", \"mode\", \"resize\", \"crop\", \"patch\", \"most_patches\", \"interpolation\", "
                             "\"in_float\", \"scale\", \"mean\", \"std\"";

/// One key of our own form: what it may hold, and where that goes.
struct FileReader {
    std::string_view key, expected;
    bool (*read)(const Json&, PreprocessProfile&);
};
constexpr FileReader kReaders[]{
    {"name", "a text", [](const Json& json, PreprocessProfile&) { return json.is_string(); }},
    {"mode", "\"shorter\", \"squash\", \"keep\", \"longest\" or \"patches\"",
        [](const Json& json, PreprocessProfile& profile) {
            const auto mode = json.is_string() ? byWord<ResizeMode>(json.get<std::string>()) : std::nullopt;
            profile.mode = mode.value_or(ResizeMode::Shorter);
            return mode.has_value();
        }},
    {"resize", "pixels or [rows, columns]",
        [](const Json& json, PreprocessProfile& profile) {
            const auto both = sidesFrom(json);
            profile.resizeTo = both.value_or(profile.resizeTo);
            profile.resize = std::min(profile.resizeTo.rows, profile.resizeTo.columns);
            return both.has_value();
        }},
    {"crop", "pixels or [rows, columns]",
        [](const Json& json, PreprocessProfile& profile) {
            const auto both = sidesFrom(json);
            profile.crop = both.value_or(profile.crop);
            return both.has_value();
        }},
    {"patch", "pixels",
        [](const Json& json, PreprocessProfile& profile) {
            const auto side = sideFrom(json);
            profile.patch = side.value_or(profile.patch);
            return side.has_value();
        }},
    {"most_patches", "a number of patches",
        [](const Json& json, PreprocessProfile& profile) {
            const auto count = sideFrom(json);
            profile.mostPatches = count.value_or(profile.mostPatches);
            return count.has_value();
        }},
    {"in_float", "true or false",
        [](const Json& json, PreprocessProfile& profile) {
            profile.inFloat = json.is_boolean() && json.get<bool>();
            return json.is_boolean();
        }},
    {"interpolation", "\"nearest\", \"bilinear\", \"bicubic\", \"lanczos\" or \"box\"",
        [](const Json& json, PreprocessProfile& profile) {
            const auto filter = json.is_string() ? filterFromName(json.get<std::string>()) : std::nullopt;
            profile.filter = filter.value_or(profile.filter);
            return filter.has_value();
        }},
    {"scale", "a number above 0",
        [](const Json& json, PreprocessProfile& profile) {
            profile.scale = json.is_number() ? json.get<float>() : 0;
            return profile.scale > 0 && std::isfinite(profile.scale);
        }},
    {"mean", "three numbers",
        [](const Json& json, PreprocessProfile& profile) {
            const auto values = tripleFrom(json);
            profile.mean = values.value_or(profile.mean);
            profile.moreMean = values ? afterTheThird(json) : profile.moreMean;
            return values.has_value();
        }},
    {"std", "three numbers above 0",
        [](const Json& json, PreprocessProfile& profile) {
            const auto values = tripleFrom(json);
            profile.std = values.value_or(profile.std);
            profile.moreStd = values ? afterTheThird(json) : profile.moreStd;
            return values && std::all_of(values->begin(), values->end(), [](float s) { return s > 0; });
        }},
};

}

std::optional<Filter> filterFromName(std::string_view name)
{
    return name == "random" ? Filter::Bilinear : byWord<Filter>(name); // timm's training draws one; its tests do not
}

std::optional<PreprocessProfile> profileFromTimm(const Json& json, GridSize input)
{
    if (!json.is_object() || !json.contains("mean") || !json.contains("std"))
        return std::nullopt;
    PreprocessProfile profile;
    profile.name = "config.json";
    const auto size = memberOf(json, "input_size");
    const auto stated = size.is_array() && size.size() == 3 ? sidesFrom(Json::array({size[1], size[2]})) : std::nullopt;
    const auto percentage = memberOf(json, "crop_pct");
    const double part = percentage.is_number() ? percentage.get<double>() : 0.875;
    const auto filter = memberOf(json, "interpolation");
    if (!(part > 0.1 && part <= 2) || !readNormalisation(json, "mean", "std", profile))
        return std::nullopt;
    const auto enlarged = [&](int length) { return static_cast<int>(std::floor(length / part)); };
    profile.crop = input.count() > 0 ? input : stated.value_or(GridSize{224, 224});
    profile.mode = memberOf(json, "crop_mode") == "squash" ? ResizeMode::Squash : ResizeMode::Shorter;
    profile.resize = enlarged(std::max(profile.crop.rows, profile.crop.columns));
    profile.resizeTo = {enlarged(profile.crop.rows), enlarged(profile.crop.columns)};
    profile.filter
        = filter.is_string() ? filterFromName(filter.get<std::string>()).value_or(Filter::Bicubic) : Filter::Bicubic;
    return profile;
}

std::string senselessInTimm(const Json& json)
{
    const auto part = memberOf(json, "crop_pct");
    if (!part.is_null() && !(part.is_number() && part.get<double>() > 0.1 && part.get<double>() <= 2))
        return "'crop_pct' must be a number from 0.1 to 2, not " + shownValue(part);
    return senselessNormalisation(json, "mean", "std");
}

std::optional<PreprocessProfile> profileFromOpenClip(const Json& json, GridSize input)
{
    auto profile = makeProfile("openai-clip", input).value_or(PreprocessProfile{});
    profile.name = "open_clip_config.json";
    if (!json.is_object())
        return profile;
    if (!readNormalisation(json, "mean", "std", profile))
        return std::nullopt;
    const auto mode = memberOf(json, "resize_mode");
    profile.mode = mode == "squash" ? ResizeMode::Squash : mode == "longest" ? ResizeMode::Longest : ResizeMode::Shorter;
    const auto filter = memberOf(json, "interpolation");
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
            = std::find_if(std::begin(kReaders), std::end(kReaders), [&wanted = key](auto& r) { return r.key == wanted; });
        if (known == std::end(kReaders))
            return fail(
                ErrorCode::Malformed, file + " has an unknown key " + inQuotes(key) + "; the keys are " + kOwnKeys);
        if (!known->read(value, profile))
            return fail(ErrorCode::Malformed,
                file + ": " + inQuotes(key) + " must be " + std::string(known->expected) + ", not " + shownValue(value));
    }
    if (json.contains("crop") && !json.contains("resize")) {
        profile.resizeTo = profile.crop;
        profile.resize = std::min(profile.crop.rows, profile.crop.columns);
    }
    if (profile.mode == ResizeMode::Patches)
        keepShape(profile);
    return profile;
}

}
