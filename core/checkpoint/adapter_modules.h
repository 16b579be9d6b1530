// core/checkpoint/adapter_modules.h: which modules PEFT lets a LoRA adapter change.
#pragma once
#include "core/base/result.h"
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace patchlight
{

/// Names, or ends of names, of modules; or one regular expression for the whole name.
struct ModuleNames {
    std::vector<std::string> ends;
    std::optional<std::regex> whole;
};

struct AdapterModules {
    std::optional<ModuleNames> targets, excluded; ///< nothing: of all modules, of none
    std::vector<std::regex> saved; ///< modules of the file that are whole, with all below them
    std::vector<std::int64_t> layers; ///< none: all of them
    std::vector<std::regex> numbered; ///< what stands before and with a layer's number, which is the first group
};

/// The pattern as Python's `re` reads it, between `before` and `after`. A match takes no longer than the product of
/// both lengths, whatever the pattern. Errors: Unsupported, by its key, where it is too long, counts repetitions or is
/// none.
Result<std::regex> readPattern(const char* key, const std::string& pattern, const std::filesystem::path& file,
    const char* before = "", const char* after = "");

/// Of json whose keys hold what readAdapterSettings asks of them. Errors: Unsupported, a pattern that cannot be read,
/// by its key.
Result<AdapterModules> readAdapterModules(const nlohmann::json& json, const std::filesystem::path& file);

/// The key for which PEFT leaves this module as it is in the base; null where it is changed. Source:
/// peft/tuners/tuners_utils.py, check_target_module_exists.
const char* keyThatLeavesOut(const AdapterModules& modules, const std::string& module);

}
