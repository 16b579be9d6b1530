// core/explain/head_weights.cpp
#include "core/explain/head_weights.h"
#include "core/base/formatted.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace patchlight
{
namespace
{

template <class Number> std::optional<Number> numberIn(std::string_view text)
{
    const auto begin = text.find_first_not_of(' ');
    const auto end = text.find_last_not_of(' ');
    if (begin == std::string_view::npos)
        return std::nullopt;
    text = text.substr(begin, end - begin + 1);
    Number value{};
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && stop == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

std::optional<WeightedHead> weightedHead(std::string_view text)
{
    const auto colon = text.find(':');
    const auto head = numberIn<int>(text.substr(0, colon));
    const auto weight = colon == std::string_view::npos ? std::optional(1.0F) : numberIn<float>(text.substr(colon + 1));
    if (!head || *head < 0 || !weight || !std::isfinite(*weight) || *weight <= 0)
        return std::nullopt;
    return WeightedHead{*head, *weight};
}

}

Result<std::vector<WeightedHead>> parseHeadWeights(std::string_view text)
{
    std::vector<WeightedHead> list;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(',', begin), text.size());
        const auto part = text.substr(begin, end - begin);
        const auto one = weightedHead(part);
        if (!one)
            return fail(ErrorCode::InvalidOption,
                "\"" + std::string(part)
                    + "\" is no head: a list of heads is written as 0,2,5 or, with weights above 0, "
                      "as 0:2,2,5:0.5");
        if (std::ranges::find(list, one->head, &WeightedHead::head) != list.end())
            return fail(ErrorCode::InvalidOption, "head " + std::to_string(one->head) + " is named twice");
        list.push_back(*one);
        begin = end + 1;
    }
    return list;
}

Result<std::vector<float>> headWeights(std::span<const WeightedHead> list, int heads)
{
    if (list.empty())
        return std::vector<float>{};
    std::vector<float> weights(static_cast<std::size_t>(heads), 0.0F);
    for (const auto& [head, weight] : list) {
        if (head >= heads)
            return fail(ErrorCode::InvalidOption,
                "head " + std::to_string(head) + " does not exist: this model has heads 0 to "
                    + std::to_string(heads - 1));
        weights[static_cast<std::size_t>(head)] = weight;
    }
    return weights;
}

std::string headWeightsText(std::span<const float> weights)
{
    std::string text;
    for (std::size_t head = 0; head < weights.size(); ++head) {
        if (!(weights[head] > 0))
            continue;
        text += (text.empty() ? "" : ",") + std::to_string(head);
        if (weights[head] != 1)
            text += formatted(":%g", static_cast<double>(weights[head]));
    }
    return text;
}

}
