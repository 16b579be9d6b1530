// core/checkpoint/profile_values.h: sizes, means and filters as JSON files spell them.
#pragma once
#include "core/base/preprocess_profile.h"
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace patchlight
{

/// Null for a member that is not there.
nlohmann::json memberOf(const nlohmann::json& json, const char* name);
/// Pixels of one side; nothing for what is none.
std::optional<int> sideFrom(const nlohmann::json& json);
/// n, [rows, columns], or {"height", "width"}.
std::optional<GridSize> sidesFrom(const nlohmann::json& json);
/// Three numbers, or one, which then counts for all; of more (a network of several channels) the first three.
std::optional<std::array<float, 3>> tripleFrom(const nlohmann::json& json);
/// What a list states after its third number.
std::vector<float> afterTheThird(const nlohmann::json& list);
/// Pictures keep their shape, in whole patches; the crop becomes that of a square one.
void keepShape(PreprocessProfile& profile);
/// Fills mean and std from members that are there and not null; false where they make no sense.
bool readNormalisation(const nlohmann::json& json, const char* mean, const char* std, PreprocessProfile& profile);

/// What of mean and std makes no sense, as a phrase for a message ("'image_std' must be three numbers above 0, not
/// [0,1,1]"); empty where all of it does, or nothing is stated.
std::string senselessNormalisation(const nlohmann::json& json, const char* mean, const char* std);
/// A value of a file as a message shows it, shortened.
std::string shownValue(const nlohmann::json& json);

}
