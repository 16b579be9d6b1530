// tests/fuzz/targets.h: what is fed with arbitrary bytes; each must come back with a value or an error.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patchlight::fuzz
{

using Bytes = std::span<const std::byte>;

struct Target {
    std::string_view name;
    /// Returns: whether the bytes were understood. Crashes, hangs and leaks are what is looked for.
    bool (*run)(Bytes bytes);
    /// Files below tests/fixtures to begin from, or texts where a name holds no '/'.
    std::vector<std::string> seeds;
};

const std::vector<Target>& targets();
/// The bytes of a target's seeds. Those that are not there are left out.
std::vector<std::string> seedBytes(const Target& target);

}
