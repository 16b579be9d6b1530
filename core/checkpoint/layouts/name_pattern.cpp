// core/checkpoint/layouts/name_pattern.cpp
#include "core/checkpoint/layouts/name_pattern.h"

namespace patchlight
{
namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes a number off the front; nothing where there is none, or one no network counts to.
std::optional<int> takeNumber(std::string_view& text, bool zerosFirst = false)
{
    constexpr std::size_t mostDigits = 5;
    std::size_t length = 0;
    int value = 0;
    for (; length < text.size() && isDigit(text[length]); ++length)
        if (length < mostDigits)
            value = value * 10 + (text[length] - '0');
    if (length == 0 || length > mostDigits || (length > 1 && text[0] == '0' && !zerosFirst))
        return std::nullopt;
    text.remove_prefix(length);
    return value;
}

bool takeText(std::string_view& from, std::string_view text)
{
    if (!from.starts_with(text))
        return false;
    from.remove_prefix(text.size());
    return true;
}

}

std::optional<NameMatch> matchName(std::string_view pattern, std::string_view name)
{
    NameMatch match;
    if (pattern.starts_with('?')) {
        pattern.remove_prefix(1);
        if (const auto number = takeNumber(name)) {
            match.numbers.push_back(*number);
            if (!takeText(name, "/"))
                return std::nullopt;
        }
    }
    while (!pattern.empty()) {
        if (pattern == "**" || (pattern == "*" && (name == "weight" || name == "bias"))) {
            match.rest = name;
            return match;
        }
        if (pattern.front() == '#' || pattern.front() == '%' || pattern.front() == '~') {
            const auto number = takeNumber(name, pattern.front() == '%');
            if (!number)
                return std::nullopt;
            if (pattern.front() != '~')
                match.numbers.push_back(*number);
        } else if (name.empty() || name.front() != pattern.front()) {
            return std::nullopt;
        } else {
            name.remove_prefix(1);
        }
        pattern.remove_prefix(1);
    }
    return name.empty() ? std::optional{match} : std::nullopt;
}

std::string fillPattern(std::string_view target, const NameMatch& match)
{
    std::string name;
    std::size_t next = 0;
    while (!target.empty()) {
        const char c = target.front();
        target.remove_prefix(1);
        if (c == '*') {
            name += match.rest;
        } else if (c == '#') {
            const int number = match.numbers.at(next++);
            if (takeText(target, "+1"))
                name += std::to_string(number + 1);
            else if (takeText(target, "-1"))
                name += std::to_string(number - 1);
            else if (takeText(target, "/2"))
                name += std::to_string(number / 2);
            else if (!takeText(target, "!"))
                name += std::to_string(number);
        } else {
            name += c;
        }
    }
    return name;
}

}
