// core/checkpoint/facts_reader.h: members of a JSON object as facts: counts, sizes, texts.
#pragma once
#include "core/base/grid.h"
#include "core/base/limits.h"
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace patchlight
{

/// Larger numbers make no sense in a configuration.
constexpr double kLargestFact = 1 << 24;

/// Looks members up and remembers the first that makes no sense.
class FactsReader
{
public:
    using Json = nlohmann::json;
    explicit FactsReader(const Json& json) : m_json(json) { }
    const std::string& complaint() const { return m_complaint; }

    Json member(const char* name) const { return m_json.is_object() && m_json.contains(name) ? m_json[name] : Json(); }

    std::optional<int> number(const char* name, int least = 1)
    {
        const auto value = member(name);
        if (value.is_null())
            return std::nullopt;
        if (isCount(value, least))
            return value.get<int>();
        return complain(name);
    }

    /// A number above `low` and below `high`.
    std::optional<double> real(const char* name, double low, double high)
    {
        const auto value = member(name);
        if (value.is_null())
            return std::nullopt;
        const double number = value.is_number() ? value.get<double>() : low;
        return number > low && number < high ? std::optional{number} : complain(name);
    }

    /// One number, or one per stage.
    std::optional<std::vector<int>> numbers(const char* name, int least = 1)
    {
        const auto value = member(name);
        if (!value.is_array()) {
            const auto one = number(name, least);
            return one ? std::optional{std::vector{*one}} : std::nullopt;
        }
        std::vector<int> list;
        for (const auto& item : value) {
            if (!isCount(item, least) || list.size() > 64) {
                complain(name);
                return std::nullopt;
            }
            list.push_back(item.get<int>());
        }
        return list;
    }

    /// n or [rows, columns]
    std::optional<GridSize> size(const char* name)
    {
        const auto list = numbers(name);
        if (!list)
            return std::nullopt;
        if (list->empty() || list->size() > 2)
            return complain(name);
        return inPixels(name, {list->front(), list->back()});
    }

    /// [channels, rows, columns]
    std::optional<GridSize> sizeBehindChannels(const char* name)
    {
        const auto list = numbers(name);
        if (!list)
            return std::nullopt;
        return list->size() == 3 ? inPixels(name, {(*list)[1], (*list)[2]}) : complain(name);
    }

    std::string text(const char* name)
    {
        const auto value = member(name);
        if (!value.is_null() && !value.is_string())
            complain(name);
        return value.is_string() ? value.get<std::string>() : std::string();
    }

    std::nullopt_t complain(const char* name)
    {
        if (m_complaint.empty())
            m_complaint = name;
        return std::nullopt;
    }

private:
    /// A whole number: 1.0 is one, 1.5 and "1" are none.
    static bool isCount(const Json& value, int least)
    {
        const double number = value.is_number() ? value.get<double>() : -1;
        return number >= least && number <= kLargestFact && number == std::floor(number);
    }
    std::optional<GridSize> inPixels(const char* name, GridSize size)
    {
        return std::max(size.rows, size.columns) <= kLongestSide ? std::optional{size} : complain(name);
    }
    const Json& m_json;
    std::string m_complaint;
};

}
