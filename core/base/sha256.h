// core/base/sha256.h: the fingerprint of a file, for provenance (FIPS 180-4).
#pragma once
#include "core/base/result.h"
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace patchlight
{

/// 64 lower-case hexadecimal digits. Written here because no library the project needs anyway offers it.
std::string sha256(std::span<const std::byte> bytes);
/// Errors: NotFound, Unreadable.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

}
