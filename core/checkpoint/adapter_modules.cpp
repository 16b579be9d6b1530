// core/checkpoint/adapter_modules.cpp
#include "core/checkpoint/adapter_modules.h"
#include "core/checkpoint/complaints.h"
#include <algorithm>
#include <charconv>

namespace patchlight
{
namespace
{

using Json = nlohmann::json;
constexpr std::size_t kLongestPattern = 512;

std::vector<std::string> textsOf(const Json& value)
{
    if (value.is_string())
        return value.empty() ? std::vector<std::string>{} : std::vector{value.get<std::string>()};
    return value.is_array() ? value.get<std::vector<std::string>>() : std::vector<std::string>{};
}

std::optional<std::regex> compiled(const std::string& pattern)
{
    if (pattern.size() > kLongestPattern || pattern.find('{') != std::string::npos)
        return std::nullopt;
    try {
        // libstdc++'s own flag: no backtracking, which a hostile pattern lets run for ever.
        return std::regex(pattern, std::regex_constants::ECMAScript | std::regex_constants::__polynomial);
    } catch (const std::regex_error&) {
        return std::nullopt;
    }
}

Result<std::optional<ModuleNames>> readNames(const Json& json, const char* key, const std::filesystem::path& file)
{
    const auto value = json.value(key, Json());
    if (value.is_null())
        return std::optional<ModuleNames>{};
    if (value.is_array())
        return std::optional{ModuleNames{textsOf(value), {}}};
    auto whole = readPattern(key, value.get<std::string>(), file);
    if (!whole)
        return fail(whole.error());
    return std::optional{ModuleNames{{}, *std::move(whole)}};
}

Result<std::vector<std::regex>> readPatterns(
    const Json& json, const char* key, const std::filesystem::path& file, const char* before, const char* after)
{
    std::vector<std::regex> patterns;
    for (const auto& text : textsOf(json.value(key, Json()))) {
        auto pattern = readPattern(key, text, file, before, after);
        if (!pattern)
            return fail(pattern.error());
        patterns.push_back(*std::move(pattern));
    }
    return patterns;
}

bool has(const ModuleNames& names, const std::string& module)
{
    if (names.whole)
        return std::regex_match(module, *names.whole);
    return std::ranges::any_of(
        names.ends, [&](const std::string& end) { return module == end || module.ends_with("." + end); });
}

bool isOfLayers(const AdapterModules& modules, const std::string& module)
{
    for (const auto& numbered : modules.numbered) {
        std::smatch found;
        if (!std::regex_search(module, found, numbered, std::regex_constants::match_continuous))
            continue;
        const auto digits = found.str(found.size() - 1);
        std::int64_t layer = -1;
        std::from_chars(digits.data(), digits.data() + digits.size(), layer);
        return std::ranges::find(modules.layers, layer) != modules.layers.end();
    }
    return false;
}

}

Result<std::regex> readPattern(const char* key, const std::string& pattern, const std::filesystem::path& file,
    const char* before, const char* after)
{
    // Alone too: what stands around it may not complete it.
    if (compiled(pattern))
        if (auto whole = compiled(before + pattern + after))
            return *std::move(whole);
    return unsupported(file.string(),
        inQuotes(key) + " names modules by the expression " + inQuotes(pattern) + ", which is not read",
        "merge it with its base by merge_and_unload() and save the whole network");
}

Result<AdapterModules> readAdapterModules(const Json& json, const std::filesystem::path& file)
{
    AdapterModules modules;
    if (json.value("target_modules", Json()) != "all-linear") {
        auto targets = readNames(json, "target_modules", file);
        if (!targets)
            return fail(targets.error());
        modules.targets = *std::move(targets);
    }
    auto excluded = readNames(json, "exclude_modules", file);
    if (!excluded)
        return fail(excluded.error());
    modules.excluded = *std::move(excluded);
    auto saved = readPatterns(json, "modules_to_save", file, "(?:|.*\\.)(?:", ")(?:|\\..*)");
    auto numbered = readPatterns(json, "layers_pattern", file, "(?:|.*?\\.)(?:", ")\\.(\\d+)\\.");
    for (const auto* each : {&saved, &numbered})
        if (!*each)
            return fail(each->error());
    modules.saved = *std::move(saved);
    modules.numbered = *std::move(numbered);
    if (modules.numbered.empty())
        modules.numbered.emplace_back(".*?\\.[^.]*\\.(\\d+)\\.");
    if (const auto layers = json.value("layers_to_transform", Json()); layers.is_array())
        modules.layers = layers.get<std::vector<std::int64_t>>();
    else if (layers.is_number())
        modules.layers = {layers.get<std::int64_t>()};
    return modules;
}

const char* keyThatLeavesOut(const AdapterModules& modules, const std::string& module)
{
    if (modules.excluded && has(*modules.excluded, module))
        return "exclude_modules";
    if (std::ranges::any_of(modules.saved, [&](const std::regex& whole) { return std::regex_match(module, whole); }))
        return "modules_to_save";
    if (!modules.targets)
        return nullptr;
    if (!has(*modules.targets, module))
        return "target_modules";
    // As in PEFT: of modules named whole, or by an expression, the layers do not count.
    const auto& ends = modules.targets->ends;
    if (modules.layers.empty() || ends.empty() || std::ranges::find(ends, module) != ends.end())
        return nullptr;
    return isOfLayers(modules, module) ? nullptr : "layers_to_transform";
}

}
