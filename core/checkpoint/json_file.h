// core/checkpoint/json_file.h: small JSON files beside the weights, read without trusting them.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <nlohmann/json.hpp>

namespace patchlight
{

/// Errors: NotFound, Unreadable, Malformed (no JSON, not an object, nested deeper than 64, larger than 8 MiB).
Result<nlohmann::json> readJson(const std::filesystem::path& path);

}
