// core/checkpoint/complaints.h: how this room words what is wrong with a file.
#pragma once
#include "core/base/result.h"
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

/// The file breaks its own format.
tl::unexpected<Error> damaged(const std::string& file, const std::string& reason);
/// The file ends before what it promises.
tl::unexpected<Error> cutOff(const std::string& file, const std::string& reason);
/// A format or network that is recognised but not opened; `advice` says what to do instead.
tl::unexpected<Error> unsupported(const std::string& file, const std::string& reason, const std::string& advice);

}
