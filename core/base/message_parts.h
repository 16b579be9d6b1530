// core/base/message_parts.h: names, shapes and lists as messages show them.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

/// A name from an untrusted file, fit for a message: quoted, control characters replaced, at most 120 characters.
std::string inQuotes(std::string_view name);
/// "[3, 224, 224]"
std::string shapeText(std::span<const std::int64_t> shape);
/// "a, b, c and 12 more": the first ten of a list and how many follow.
std::string firstTen(const std::vector<std::string>& names);

}
