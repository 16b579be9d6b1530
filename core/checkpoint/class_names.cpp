// core/checkpoint/class_names.cpp
#include "core/checkpoint/class_names.h"
#include "core/base/ending.h"
#include "core/base/mapped_file.h"
#include "core/base/resources.h"
#include "core/checkpoint/class_names_json.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/json_file.h"
#include <charconv>
#include <map>
#include <optional>
#include <string_view>

namespace patchlight
{
namespace
{

constexpr std::size_t kLargest = std::size_t{16} << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A first line such as "[unknown]" does too; whether it parses decides.
bool beginsAsJson(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '[' || text[first] == '{');
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

std::optional<int> leadingIndex(std::string_view& line, char separator)
{
    int index = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), index);
    if (error != std::errc() || end == line.data() + line.size() || *end != separator)
        return std::nullopt;
    line.remove_prefix(static_cast<std::size_t>(end - line.data()) + 1);
    return index;
}

std::string unquoted(std::string_view name)
{
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    return std::string(name);
}

/// Tab, comma, or none: whichever the last line has behind a number.
char separatorOf(const std::vector<std::string_view>& lines)
{
    for (const char separator : {'\t', ','})
        if (auto line = lines.back(); leadingIndex(line, separator))
            return separator;
    return '\0';
}

Result<std::vector<std::string>> indexed(
    const std::vector<std::string_view>& lines, char separator, int classes, const std::string& file)
{
    std::vector<std::optional<std::string>> found(static_cast<std::size_t>(classes));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = lines[i];
        const auto index = leadingIndex(line, separator);
        if (!index && i == 0)
            continue; // a head line
        const auto where = file + ", line " + std::to_string(i + 1) + ", ";
        if (!index || *index < 0)
            return fail(ErrorCode::Malformed, where + "does not begin with a class number; write \"index, name\"");
        if (*index >= classes)
            return fail(ErrorCode::Mismatch,
                where + "names class " + std::to_string(*index) + ", but the network has " + std::to_string(classes)
                    + " classes; give the labels of this network");
        if (separator == '\t' && line.find('\t') != std::string_view::npos)
            line.remove_prefix(line.find('\t') + 1); // a WordNet id between number and name
        auto& name = found[static_cast<std::size_t>(*index)];
        if (name)
            return fail(ErrorCode::Malformed, where + "names class " + std::to_string(*index) + " again");
        name = unquoted(line);
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < found.size(); ++i)
        names.push_back(found[i].value_or(std::to_string(i)));
    return names;
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
    if (bytes.size() > kLargest)
        return damaged(path.string(), "it has more than 16 MiB, too much for class names");
    std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    if (const bool said = lowerEnding(path) == ".json"; said || beginsAsJson(text)) {
        const auto json = parseJson(text, path.string());
        if (json)
            return classNamesOf(*json, classes, path.string());
        if (said)
            return fail(json.error());
    }
    const auto lines = linesOf(text);
    if (lines.empty())
        return fail(ErrorCode::Malformed, path.string() + " is empty; write one class name per line");
    if (const char separator = separatorOf(lines); separator != '\0')
        return indexed(lines, separator, classes, path.string());
    if (lines.size() != static_cast<std::size_t>(classes))
        return fail(ErrorCode::Mismatch,
            path.string() + " holds " + std::to_string(lines.size()) + " names, but the network has "
                + std::to_string(classes) + " classes; give the labels of this network");
    std::vector<std::string> names;
    for (const auto line : lines)
        names.push_back(unquoted(line));
    return names;
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
