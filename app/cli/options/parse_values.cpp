// app/cli/options/parse_values.cpp
#include "app/cli/options/parse_values.h"
#include "core/base/formatted.h"
#include "core/base/shown_text.h"
#include "core/explain/words.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

namespace patchlight
{
namespace
{

constexpr int kLargestRegion = 1 << 16;

Result<Cell> parseCell(const std::string& text)
{
    const auto parts = split(text, ',');
    const auto row = parts.size() == 2 ? parseNumber(parts[0]) : Result<int>{fail(ErrorCode::InvalidOption, "")};
    const auto column = parts.size() == 2 ? parseNumber(parts[1]) : row;
    if (!row || !column)
        return fail(ErrorCode::InvalidOption, asWritten(text) + " is not ROW,COL");
    return Cell{*row, *column};
}

std::optional<double> parseReal(const std::string& text)
{
    double value = NAN;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional{value} : std::nullopt;
}

/// "R,C" or "R,C:R,C" appended to `cells`.
Result<void> addCells(const std::string& text, std::vector<Cell>& cells)
{
    const auto corners = split(text, ':');
    if (corners.empty() || corners.size() > 2)
        return fail(ErrorCode::InvalidOption, asWritten(text) + " is not ROW,COL or ROW,COL:ROW,COL");
    const auto first = parseCell(corners.front());
    const auto last = parseCell(corners.back());
    if (!first || !last)
        return fail(first ? last.error() : first.error());
    const auto [top, bottom] = std::minmax(first->row, last->row);
    const auto [left, right] = std::minmax(first->column, last->column);
    const auto rows = std::int64_t{bottom} - top + 1, columns = std::int64_t{right} - left + 1;
    if (rows > kLargestRegion || columns > kLargestRegion || rows * columns > kLargestRegion)
        return fail(ErrorCode::InvalidOption, asWritten(text) + " is larger than any patch grid");
    for (int row = top; row <= bottom; ++row)
        for (int column = left; column <= right; ++column)
            cells.push_back({row, column});
    return {};
}

}

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (!text.empty() && from <= text.size()) {
        const auto to = std::min(text.find(separator, from), text.size());
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

Result<int> parseNumber(const std::string& text)
{
    int value = -1;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || value < 0)
        return fail(ErrorCode::InvalidOption, asWritten(text) + " is not a whole number from 0 on");
    return value;
}

Result<Query> parseQuery(const std::string& text)
{
    if (text == "cls")
        return Query{Query::Kind::ClassToken, 0, {}, false};
    if (text == "dist")
        return Query{Query::Kind::Distillation, 0, {}, false};
    if (text == "cls-dist")
        return Query{Query::Kind::TokenDifference, 0, {}, false};
    if (text.rfind("reg", 0) == 0) {
        const auto number = parseNumber(text.substr(3));
        if (!number)
            return fail(ErrorCode::InvalidOption, "query " + asWritten(text) + ": a register is reg0, reg1, …");
        return Query{Query::Kind::Register, *number, {}, false};
    }
    Query query{Query::Kind::Patches, 0, {}, false};
    const auto parts = split(text, ';');
    for (const auto& part : parts)
        if (auto added = addCells(part, query.cells); !added)
            return fail(
                ErrorCode::InvalidOption, "query " + added.error().message + "; it may also be cls, dist or regN");
    if (query.cells.empty())
        return fail(ErrorCode::InvalidOption, "a query is cls, dist, regN or ROW,COL");
    return query;
}

Result<ParsedHead> parseHead(const std::string& text)
{
    if (const auto fusion = byWord<HeadFusion>(text))
        return ParsedHead{*fusion, {}};
    const auto list = parseHeadWeights(text);
    if (!list)
        return fail(list.error().code, list.error().message + "; else " + listOfWords<HeadFusion>());
    const bool one = list->size() == 1 && text.find(':') == std::string::npos;
    return one ? ParsedHead{HeadIndex{list->front().head}, {}} : ParsedHead{HeadFusion::Mean, *list};
}

Result<ValueRange> parseRange(const std::string& text)
{
    const auto parts = split(text, ',');
    const auto low = parts.size() == 2 ? parseReal(parts[0]) : std::nullopt;
    const auto high = parts.size() == 2 ? parseReal(parts[1]) : std::nullopt;
    if (!low || !high || !(*low < *high))
        return fail(ErrorCode::InvalidOption,
            "range " + asWritten(text) + " is not LOW,HIGH, two numbers, the first the lower");
    return ValueRange{static_cast<float>(*low), static_cast<float>(*high)};
}

Result<GridSize> parseImageSize(const std::string& text)
{
    const auto parts = split(text, 'x');
    const auto rows = parts.empty() ? parseNumber("") : parseNumber(parts.front());
    const auto columns = parts.empty() ? rows : parseNumber(parts.back());
    constexpr int kLargest = 8192;
    if (parts.size() > 2 || !rows || !columns || *rows < 1 || *columns < 1 || *rows > kLargest || *columns > kLargest)
        return fail(
            ErrorCode::InvalidOption, "image size " + asWritten(text) + " is not PIXELS or ROWSxCOLUMNS, up to 8192");
    return GridSize{*rows, *columns};
}

std::string checkDevice(const std::string& text)
{
    const bool known = text == "auto" || text == "cpu" || text == "cuda";
    const bool numbered = text.rfind("cuda:", 0) == 0 && parseNumber(text.substr(5)).has_value();
    return known || numbered ? "" : "device " + asWritten(text) + " is not auto, cpu, cuda or cuda:N";
}

std::function<std::string(const std::string&)> between(double low, double high)
{
    return [low, high](const std::string& text) {
        const auto value = parseReal(text);
        return value && *value >= low && *value <= high ? "" : formatted("must be a number from %g to %g", low, high);
    };
}

std::string belowOne(const std::string& text)
{
    const auto value = parseReal(text);
    return value && *value >= 0 && *value < 1 ? "" : "must be at least 0 and below 1";
}

}
