// core/checkpoint/profile_values.cpp
#include "core/checkpoint/profile_values.h"
#include "core/base/json_text.h"
#include "core/base/limits.h"
#include "core/base/message_parts.h"
#include <algorithm>
#include <cmath>

namespace patchlight
{

using Json = nlohmann::json;

Json memberOf(const Json& json, const char* name)
{
    return json.is_object() && json.contains(name) ? json[name] : Json();
}

std::optional<int> sideFrom(const Json& json)
{
    if (!json.is_number() || json.get<double>() < 1 || json.get<double>() > kLongestSide)
        return std::nullopt;
    return json.get<int>();
}

std::optional<GridSize> sidesFrom(const Json& json)
{
    if (const auto both = sideFrom(json))
        return GridSize{*both, *both};
    const bool pair = json.is_array() && json.size() == 2;
    const bool named = json.is_object() && json.contains("height") && json.contains("width");
    if (!pair && !named)
        return std::nullopt;
    const auto rows = sideFrom(pair ? json[0] : json["height"]);
    const auto columns = sideFrom(pair ? json[1] : json["width"]);
    return rows && columns ? std::optional{GridSize{*rows, *columns}} : std::nullopt;
}

namespace
{

/// Beyond that the values of a picture overflow, or vanish.
constexpr float kLargestValue = 1e6F, kSmallestStd = 1e-6F;

bool isPlausible(const Json& value)
{
    return value.is_number() && std::abs(value.get<float>()) <= kLargestValue;
}

bool isNoStd(float value)
{
    return !(value >= kSmallestStd);
}

}

std::vector<float> afterTheThird(const Json& list)
{
    std::vector<float> values;
    for (std::size_t i = 3; list.is_array() && i < list.size(); ++i)
        values.push_back(list[i].get<float>());
    return values;
}

std::optional<std::array<float, 3>> tripleFrom(const Json& json)
{
    std::array<float, 3> values{};
    const auto list = json.is_number() ? Json::array({json}) : json;
    if (!list.is_array() || (list.size() < values.size() && list.size() != 1) || !std::ranges::all_of(list, isPlausible))
        return std::nullopt;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& value = list[list.size() == 1 ? 0 : i];
        values[i] = value.get<float>();
    }
    return values;
}

void keepShape(PreprocessProfile& profile)
{
    const int side = std::max(1, static_cast<int>(std::sqrt(static_cast<double>(profile.mostPatches)))) * profile.patch;
    profile.mode = ResizeMode::Patches;
    profile.resize = side;
    profile.resizeTo = profile.crop = {side, side};
}

bool readNormalisation(const Json& json, const char* mean, const char* std, PreprocessProfile& profile)
{
    if (const auto stated = memberOf(json, mean); !stated.is_null()) {
        const auto values = tripleFrom(stated);
        if (!values)
            return false;
        profile.mean = *values;
        profile.moreMean = afterTheThird(stated);
    }
    if (const auto stated = memberOf(json, std); !stated.is_null()) {
        const auto values = tripleFrom(stated);
        if (!values || std::ranges::any_of(*values, isNoStd)
            || std::ranges::any_of(afterTheThird(stated), isNoStd))
            return false;
        profile.std = *values;
        profile.moreStd = afterTheThird(stated);
    }
    return true;
}

std::string shownValue(const Json& json)
{
    constexpr std::size_t kMost = 60;
    auto text = jsonText(json);
    return text.size() > kMost ? text.substr(0, kMost) + "…" : text;
}

std::string senselessNormalisation(const Json& json, const char* mean, const char* std)
{
    const auto wrong = [&](const char* key, const char* wanted) {
        return inQuotes(key) + " must be " + wanted + ", not " + shownValue(memberOf(json, key));
    };
    const auto allAbove = [&](const char* key, double low) {
        const auto list = memberOf(json, key);
        return list.is_array() && list.size() >= 3
            && std::ranges::all_of(list, [&](const Json& value) { return value.is_number() && value.get<double>() > low; });
    };
    PreprocessProfile profile;
    if (!readNormalisation(json, mean, "", profile))
        return wrong(mean, allAbove(mean, -HUGE_VAL) ? "three numbers of at most a million" : "three numbers");
    if (!readNormalisation(json, "", std, profile))
        return wrong(std, allAbove(std, 0) ? "three numbers from a millionth to a million" : "three numbers above 0");
    return {};
}

}
