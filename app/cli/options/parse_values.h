// app/cli/options/parse_values.h: option texts → values. Errors: InvalidOption, saying what is allowed.
#pragma once
#include "core/base/result.h"
#include "core/explain/head_weights.h"
#include "core/explain/request.h"
#include "core/render/look.h"
#include <functional>
#include <string>
#include <vector>

namespace patchlight
{

/// "cls", "dist", "cls-dist", "reg0", "ROW,COL", several cells "R,C;R,C", a rectangle "R,C:R,C" (both corners
/// included), "all" is not needed: leaving --query out means the class token, or all patches where there is none.
Result<Query> parseQuery(const std::string& text);

/// One head's number, "mean", "max", "min", or "0,2:0.5,5": the weighted mean of a subset (returned in `subset`).
struct ParsedHead {
    HeadChoice choice = HeadFusion::Mean;
    std::vector<WeightedHead> subset;
};
Result<ParsedHead> parseHead(const std::string& text);

/// "LOW,HIGH", two numbers, the first the lower.
Result<ValueRange> parseRange(const std::string& text);

/// "224" or "ROWSxCOLUMNS".
Result<GridSize> parseImageSize(const std::string& text);
/// A whole number ≥ 0 and nothing else.
Result<int> parseNumber(const std::string& text);
/// The parts between separators; none for an empty text.
std::vector<std::string> split(const std::string& text, char separator);

/// A parser as CLI11's check: an empty text means fine.
template <class Parse> auto checked(Parse parse)
{
    return [parse](const std::string& text) {
        const auto parsed = parse(text);
        return parsed ? std::string{} : parsed.error().message;
    };
}

/// CLI11's checks.
inline std::string notEmpty(const std::string& text)
{
    return text.empty() ? "needs a value" : "";
}
std::string belowOne(const std::string& text); ///< a number from 0 on, less than 1
std::string checkDevice(const std::string& text); ///< auto, cpu, cuda or cuda:N
/// A number in a range, both ends included. (CLI11's own Range lets "nan" pass.)
std::function<std::string(const std::string&)> between(double low, double high);

}
