// app/cli/text/facts_text.cpp
#include "app/cli/text/facts_text.h"
#include "core/base/json_text.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

constexpr std::size_t kNameWidth = 20;

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size() + 1), ' ');
    return text;
}

std::string valueText(const nlohmann::ordered_json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array() && !value.is_object())
        return jsonText(value);
    std::string text;
    for (const auto& [key, each] : value.items())
        text += (text.empty() ? "" : ", ") + (value.is_object() ? key + " " : std::string{}) + valueText(each);
    return text;
}

}

std::string factsTable(const nlohmann::ordered_json& facts)
{
    std::string text;
    for (const auto& [name, value] : facts.items()) {
        if (name == "origin" || ((value.is_array() || value.is_string()) && value.empty()))
            continue;
        text += (text.empty() ? "" : "\n") + padded(name, kNameWidth) + valueText(value);
        if (facts.at("origin").contains(name))
            text += "  (" + facts.at("origin").at(name).get<std::string>() + ")";
    }
    return text;
}

std::string tensorsTable(const std::vector<ListedTensor>& tensors)
{
    std::size_t width = 0;
    for (const auto& tensor : tensors)
        width = std::max(width, tensor.name.size());
    std::string text;
    for (const auto& tensor : tensors) {
        std::string shape;
        for (const auto size : tensor.shape)
            shape += (shape.empty() ? "" : " × ") + std::to_string(size);
        text += (text.empty() ? "" : "\n") + padded(tensor.name, width + 2) + padded(tensor.dtype, 6) + "[" + shape
            + "]";
    }
    return text;
}

}
