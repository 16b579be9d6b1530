// core/checkpoint/adapter_settings.h: what PEFT's adapter_config.json says of a LoRA adapter.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/adapter_modules.h"
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace patchlight
{

struct AdapterSettings {
    std::string kind, base; ///< "LORA"; the network that it changes: a path or a name
    std::filesystem::path file;
    std::optional<int> rank;
    double alpha = 8; ///< PEFT's own where the file says none
    bool byRoot = false; ///< alpha / √r
    std::vector<std::pair<std::regex, int>> ranks; ///< of single modules
    std::vector<std::pair<std::regex, double>> alphas;
    AdapterModules modules; ///< that are changed
    std::vector<std::string> notes; ///< keys that do not count
};

/// Errors: Malformed (a value of the wrong kind, by its key), Unsupported (a key that makes another network). Of a kind
/// other than LORA nothing but kind and base is read. Source: peft/tuners/lora/config.py, LoraConfig.
Result<AdapterSettings> readAdapterSettings(const nlohmann::json& json, const std::filesystem::path& file);

/// What B·A of this module is multiplied by. Errors: Mismatch, where the file says another rank than the tensors have,
/// two alphas, or that the module is not changed. Source: peft/utils/other.py, get_pattern_key.
Result<double> adapterScale(const AdapterSettings& settings, const std::string& module, int rank);

}
