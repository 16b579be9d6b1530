// core/checkpoint/class_names_json.h: what the classes are called, in the shapes of JSON that people have.
#pragma once
#include "core/base/result.h"
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace patchlight
{

/// ["tench", …], {"0": "tench", …}, {"0": ["n01440764", "tench"], …} (the last of the list is the name), or an object
/// that has one of these as "id2label". Classes that an object leaves out are called by their number.
/// @param file  for messages
/// Errors: Malformed (a name that is no text, a key that is no number or comes twice), Mismatch (another number of
/// names, a class that the network has not).
Result<std::vector<std::string>> classNamesOf(const nlohmann::json& json, int classes, const std::string& file);

}
