// core/checkpoint/class_names_json.cpp
#include "core/checkpoint/class_names_json.h"
#include "core/base/message_parts.h"
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

namespace patchlight
{
namespace
{

constexpr const char* kShapes
    = R"(write ["name", …], {"0": "name", …}, {"name": 0, …} or {"0": ["id", "name"], …}, or one name per line)";

using Names = std::vector<std::string>;

std::optional<std::string> nameOf(const nlohmann::json& value)
{
    const auto& name = value.is_array() && !value.empty() ? value.back() : value;
    return name.is_string() ? std::optional{name.get<std::string>()} : std::nullopt;
}

std::optional<int> numberOf(const std::string& key)
{
    int number = -1;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    const bool whole = error == std::errc() && end == key.data() + key.size() && number >= 0;
    return whole ? std::optional{number} : std::nullopt;
}

Result<Names> ofList(const nlohmann::json& list, int classes, const std::string& file)
{
    if (list.size() != static_cast<std::size_t>(classes))
        return fail(ErrorCode::Mismatch,
            file + " holds " + std::to_string(list.size()) + " names, but the network has " + std::to_string(classes)
                + " classes; give the labels of this network");
    Names names;
    for (const auto& each : list) {
        if (!each.is_string())
            return fail(ErrorCode::Malformed,
                file + ": entry " + std::to_string(names.size()) + " of the list is no name; " + kShapes);
        names.push_back(each.get<std::string>());
    }
    return names;
}

/// {"cat": 0, "dog": 1}: numbers behind the names, each once.
std::optional<Names> ofNumbers(const nlohmann::json& object, int classes)
{
    Names names(static_cast<std::size_t>(classes));
    if (object.size() != names.size())
        return std::nullopt;
    std::vector<bool> taken(names.size());
    for (const auto& [name, number] : object.items()) {
        if (!number.is_number_integer() || number.get<std::int64_t>() < 0 || number.get<std::int64_t>() >= classes
            || taken[number.get<std::size_t>()])
            return std::nullopt;
        taken[number.get<std::size_t>()] = true;
        names[number.get<std::size_t>()] = name;
    }
    return names;
}

Result<Names> ofObject(const nlohmann::json& object, int classes, const std::string& file)
{
    std::vector<std::optional<std::string>> found(static_cast<std::size_t>(classes));
    for (const auto& [key, value] : object.items()) {
        const auto index = numberOf(key);
        const auto name = nameOf(value);
        if (!index || !name)
            return fail(ErrorCode::Malformed,
                file + ": " + inQuotes(key) + (index ? " has no name" : " is no class number") + "; " + kShapes);
        if (*index >= classes)
            return fail(ErrorCode::Mismatch,
                file + " names class " + std::to_string(*index) + ", but the network has " + std::to_string(classes)
                    + " classes; give the labels of this network");
        auto& place = found[static_cast<std::size_t>(*index)];
        if (place)
            return fail(ErrorCode::Malformed,
                file + " names class " + std::to_string(*index) + " twice; give each class one name");
        place = *name;
    }
    Names names;
    for (std::size_t i = 0; i < found.size(); ++i)
        names.push_back(found[i].value_or(std::to_string(i)));
    return names;
}

}

Result<Names> classNamesOf(const nlohmann::json& json, int classes, const std::string& file)
{
    const auto* names = &json;
    for (const char* key : {"id2label", "class_to_idx", "label2id", "idx_to_class", "names", "classes", "class_names"})
        if (names == &json && json.is_object() && json.contains(key) && json[key].is_structured())
            names = &json[key];
    if (names->is_object())
        if (const auto numbers = ofNumbers(*names, classes))
            return *numbers;
    if (names->is_array())
        return ofList(*names, classes, file);
    if (names->is_object() && !names->empty())
        return ofObject(*names, classes, file);
    return fail(ErrorCode::Malformed, file + " holds no class names; " + kShapes);
}

}
