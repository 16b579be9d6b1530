// core/checkpoint/python_literal.h: lists and dictionaries as Python prints them.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace patchlight
{

/// {0: 'tench, Tinca tinca', 1: "it's", …}, ['cat', 'dog'], with a comma behind the last; also YAML's form of them,
/// [person, dog], with bare words. Keys become texts. Nothing for anything else, or nesting deeper than 8.
std::optional<nlohmann::json> parsePythonLiteral(std::string_view text);

}
