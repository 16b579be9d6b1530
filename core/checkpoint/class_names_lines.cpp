// core/checkpoint/class_names_lines.cpp
#include "core/checkpoint/class_names_lines.h"
#include "core/base/message_parts.h"
#include "core/checkpoint/class_names_json.h"
#include "core/checkpoint/python_literal.h"
#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace patchlight
{
namespace
{

using Names = std::vector<std::string>;

struct Line {
    std::string_view text;
    std::size_t number; ///< in the file, from 1
};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Lines of any system; empty ones at the end do not count.
std::vector<Line> linesOf(std::string_view text)
{
    const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    std::vector<Line> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto length = std::min(text.find(end), text.size());
        lines.push_back({text.substr(0, length), number});
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    while (!lines.empty() && trimmed(lines.back().text).empty())
        lines.pop_back();
    return lines;
}

std::optional<int> wholeNumber(std::string_view text)
{
    int number = -1;
    text = trimmed(text);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size() && number >= 0;
    return whole ? std::optional{number} : std::nullopt;
}

std::string unquoted(std::string_view name)
{
    name = trimmed(name);
    const bool quoted = name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front();
    if (!quoted)
        return std::string(name);
    std::string inside;
    const char quote = name.front();
    for (name = name.substr(1, name.size() - 2); !name.empty(); name.remove_prefix(1)) {
        inside += name.front();
        if (name.front() == quote && name.size() > 1 && name[1] == quote)
            name.remove_prefix(1); // a quote inside is written twice
    }
    return inside;
}

struct Entry {
    int index;
    std::string name;
};

/// Where a line's number stands, and what parts it from the name.
struct Form {
    char separator;
    bool numberFirst;
};
constexpr Form kForms[]{{'\t', true}, {',', true}, {';', true}, {':', true}, {' ', true}, {'\t', false}, {',', false},
    {';', false}, {':', false}, {' ', false}};

std::optional<Entry> entryOf(std::string_view line, const Form& form)
{
    line = trimmed(line);
    const auto at = form.numberFirst ? line.find(form.separator) : line.rfind(form.separator);
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto number = wholeNumber(form.numberFirst ? line.substr(0, at) : line.substr(at + 1));
    auto name = form.numberFirst ? line.substr(at + 1) : line.substr(0, at);
    if (!number)
        return std::nullopt;
    if (form.numberFirst && form.separator == '\t' && name.find('\t') != std::string_view::npos)
        name.remove_prefix(name.find('\t') + 1); // a WordNet id between number and name
    return Entry{*number, unquoted(name)};
}

/// The form that nearly all lines have; the first need not, it may be a head line. Blanks part too much to be trusted
/// unless the numbers are exactly those of the classes.
std::optional<Form> formOf(const std::vector<Line>& lines, int classes)
{
    for (const auto& form : kForms) {
        std::vector<int> numbers;
        std::set<std::string> names;
        std::size_t fitting = 0;
        for (const auto& line : lines)
            if (const auto entry = entryOf(line.text, form)) {
                ++fitting;
                numbers.push_back(entry->index);
                names.insert(entry->name);
            }
        const bool most = 10 * fitting >= 9 * (lines.size() - (lines.size() > 1 ? 1 : 0)) && fitting > 0;
        if (!form.numberFirst && names.size() != fitting)
            continue; // "name 0", "name 1": the number belongs to the name
        std::sort(numbers.begin(), numbers.end());
        bool exact = static_cast<int>(numbers.size()) == classes;
        for (std::size_t i = 0; exact && i < numbers.size(); ++i)
            exact = numbers[i] == static_cast<int>(i);
        if (exact || (most && form.numberFirst && form.separator != ' '))
            return form;
    }
    return std::nullopt;
}

std::string where(const std::string& file, const Line& line)
{
    return file + ", line " + std::to_string(line.number) + ", ";
}

tl::unexpected<Error> notAsMany(const std::string& file, std::size_t names, int classes)
{
    return fail(ErrorCode::Mismatch,
        file + " holds " + std::to_string(names) + " names, but the network has " + std::to_string(classes)
            + " classes; give the labels of this network");
}

Result<Names> numbered(const std::vector<Line>& lines, const Form& form, int classes, const std::string& file)
{
    std::vector<std::optional<std::string>> found(static_cast<std::size_t>(classes));
    for (const auto& line : lines) {
        const auto entry = entryOf(line.text, form);
        if (!entry && line.number == lines.front().number)
            continue; // a head line
        if (!entry)
            return fail(ErrorCode::Malformed,
                where(file, line) + (form.numberFirst ? "does not begin" : "does not end")
                    + " with a class number as the others do; write \"index, name\"");
        if (entry->index >= classes)
            return fail(ErrorCode::Mismatch,
                where(file, line) + "names class " + std::to_string(entry->index) + ", but the network has "
                    + std::to_string(classes) + " classes; give the labels of this network");
        auto& name = found[static_cast<std::size_t>(entry->index)];
        if (name)
            return fail(ErrorCode::Malformed,
                where(file, line) + "names class " + std::to_string(entry->index) + " again; give each class one name");
        name = entry->name;
    }
    Names names;
    for (std::size_t i = 0; i < found.size(); ++i)
        names.push_back(found[i].value_or(std::to_string(i)));
    return names;
}

bool isHead(std::string_view line)
{
    constexpr std::string_view words[]{"name", "names", "class", "classes", "label", "labels", "class_name",
        "class_names", "class name", "category", "categories", "label_name"};
    std::string lower;
    for (const char c : unquoted(line))
        lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

Result<Names> plain(std::vector<Line> lines, int classes, const std::string& file)
{
    if (static_cast<int>(lines.size()) == classes + 1 && isHead(lines.front().text))
        lines.erase(lines.begin());
    if (static_cast<int>(lines.size()) != classes)
        return notAsMany(file, lines.size(), classes);
    Names names;
    for (const auto& line : lines) {
        if (trimmed(line.text).empty())
            return fail(ErrorCode::Malformed, where(file, line) + "is empty; write one class name per line");
        for (const char separator : {'\t', ',', ';'})
            if (const auto entry = entryOf(line.text, {separator, true}); entry && entry->index < classes)
                return fail(ErrorCode::Malformed,
                    where(file, line) + "may begin with a class number or be a name; write it in quotes, or every line "
                                        "as \"index, name\"");
        names.push_back(unquoted(line.text));
    }
    return names;
}

bool isListItem(std::string_view line)
{
    const auto text = trimmed(line);
    return text.starts_with("- ");
}

constexpr std::string_view kYamlKeys[]{"names:", "classes:", "class_names:", "id2label:", "labels:", "label_names:"};

/// What stands below "names:": indented lines, items, or a list on the same line.
std::optional<std::vector<Line>> belowNames(const std::vector<Line>& lines, std::string_view& sameLine)
{
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const auto key : kYamlKeys) {
            if (!lines[i].text.starts_with(key))
                continue;
            sameLine = trimmed(lines[i].text.substr(key.size()));
            std::vector<Line> below;
            for (std::size_t j = i + 1; j < lines.size(); ++j) {
                const auto text = lines[j].text;
                const bool inside = !text.empty() && (text.front() == ' ' || text.front() == '\t' || isListItem(text));
                if (!inside)
                    break;
                if (!trimmed(text).starts_with("#"))
                    below.push_back(lines[j]);
            }
            return below;
        }
    return std::nullopt;
}

}

Result<Names> classNamesFromLines(std::string_view text, bool yaml, int classes, const std::string& file)
{
    auto lines = linesOf(text);
    if (lines.empty())
        return fail(ErrorCode::Malformed, file + " is empty; write one class name per line");
    std::string_view sameLine;
    if (auto below = yaml ? belowNames(lines, sameLine) : std::nullopt) {
        if (!sameLine.empty()) {
            const auto literal = parsePythonLiteral(text.substr(static_cast<std::size_t>(sameLine.data() - text.data()),
                text.find_first_of("]}", static_cast<std::size_t>(sameLine.data() - text.data()))
                    - static_cast<std::size_t>(sameLine.data() - text.data()) + 1));
            return literal ? classNamesOf(*literal, classes, file)
                           : fail(ErrorCode::Malformed, file + " holds names that are no list; write one a line");
        }
        lines = std::move(*below);
    }
    if (!lines.empty() && std::all_of(lines.begin(), lines.end(), [](const Line& line) { return isListItem(line.text); }))
        for (auto& line : lines)
            line.text = trimmed(line.text).substr(2);
    else if (const auto form = formOf(lines, classes))
        return numbered(lines, *form, classes, file);
    return plain(std::move(lines), classes, file);
}

}
