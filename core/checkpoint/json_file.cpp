// core/checkpoint/json_file.cpp
#include "core/checkpoint/json_file.h"
#include "core/base/mapped_file.h"
#include "core/checkpoint/complaints.h"
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr std::size_t kLargestFile = std::size_t{8} << 20; // ImageNet-21k's class names take 2 MiB
constexpr int kDeepest = 64;

/// Deepest nesting of brackets outside of strings.
int nesting(std::string_view text)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (c == '}' || c == ']'))
            --depth;
    }
    return deepest;
}

}

Result<nlohmann::json> parseJson(std::string_view text, const std::string& name)
{
    if (text.size() > kLargestFile)
        return damaged(name, "it has more than 8 MiB");
    if (nesting(text) > kDeepest)
        return damaged(name, "it is nested too deeply");
    auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded())
        return damaged(name, "it is not JSON");
    return json;
}

Result<nlohmann::json> readJson(const std::filesystem::path& path)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    const auto bytes = (*file)->bytes();
    auto json = parseJson({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, path.string());
    if (json && !json->is_object())
        return damaged(path.string(), "it is not a JSON object");
    return json;
}

}
