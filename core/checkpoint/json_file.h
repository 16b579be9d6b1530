// core/checkpoint/json_file.h: small JSON files beside the weights, read without trusting them.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace patchlight
{

/// Any value. Errors: Malformed (no JSON, nested deeper than 64, larger than 8 MiB).
Result<nlohmann::json> parseJson(std::string_view text, const std::string& name);

/// Errors: NotFound, Unreadable, Malformed (no JSON, not an object, nested deeper than 64, larger than 8 MiB).
Result<nlohmann::json> readJson(const std::filesystem::path& path);

}
