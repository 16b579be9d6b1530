// core/checkpoint/class_names.cpp
#include "core/checkpoint/class_names.h"
#include "core/base/ending.h"
#include "core/base/mapped_file.h"
#include "core/base/resources.h"
#include "core/base/shown_text.h"
#include "core/checkpoint/class_names_json.h"
#include "core/checkpoint/class_names_lines.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/json_file.h"
#include "core/checkpoint/python_literal.h"
#include "core/checkpoint/unicode_text.h"
#include <map>
#include <string_view>

namespace patchlight
{
namespace
{

constexpr std::size_t kLargestNames = std::size_t{16} << 20;

/// A first line such as "[unknown]" does too; whether it parses decides.
bool beginsAsLiteral(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '[' || text[first] == '{');
}

/// "tench, Tinca tinca" → "tench", the common name; where two classes share one, all names, or else the number.
std::vector<std::string> distinct(const std::vector<std::string>& full)
{
    const auto first = [](const std::string& names) { return names.substr(0, names.find(',')); };
    std::map<std::string, int> uses;
    for (const auto& names : full) {
        ++uses[first(names)];
        if (first(names) != names)
            ++uses[names];
    }
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < full.size(); ++i) {
        const auto name = first(full[i]);
        const bool alone = uses[name] == 1;
        const bool listed = name != full[i] && uses[full[i]] == 1;
        chosen.push_back(alone ? name : listed ? full[i] : name + " (" + std::to_string(i) + ")");
    }
    return chosen;
}

}

Result<std::vector<std::string>> readClassNames(const std::filesystem::path& path, int classes)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    const auto bytes = (*file)->bytes();
    if (bytes.size() > kLargestNames)
        return damaged(path.string(), "it has more than 16 MiB, too much for class names");
    const auto text = utf8From({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    if (const auto line = firstLineThatIsNoText(text))
        return fail(ErrorCode::Malformed,
            path.string() + ", line " + std::to_string(*line) + ", is no text in UTF-8 or marked UTF-16; save it as UTF-8");
    const auto ending = lowerEnding(path);
    if (ending == ".json" || beginsAsLiteral(text)) {
        const auto json = parseJson(text, path.string());
        if (json)
            return classNamesOf(*json, classes, path.string());
        if (ending == ".json")
            return fail(json.error());
        if (const auto literal = parsePythonLiteral(text))
            return classNamesOf(*literal, classes, path.string());
    }
    return classNamesFromLines(text, ending == ".yaml" || ending == ".yml", classes, path.string());
}

std::vector<std::string> shippedClassNames(int classes)
{
    constexpr int imageNet1k = 1000;
    if (classes != imageNet1k)
        return {};
    auto names = readClassNames(resourcePath("labels/imagenet-1k.tsv"), classes);
    if (!names)
        return {};
    return distinct(*names);
}

}
