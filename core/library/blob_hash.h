// core/library/blob_hash.h: whether a file's bytes are what its ETag says.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace patchlight
{

/// What git calls a file's content: SHA-1 over "blob SIZE\0" and the bytes (FIPS 180-4), 40 hexadecimal digits.
std::string gitBlobHash(std::span<const std::byte> bytes);

/// By its length an ETag is a SHA-256 (large files) or git's hash; of any other nothing can be said. Errors: NotFound,
/// Unreadable. Cost: reads the file once.
Result<std::optional<bool>> matchesEtag(const std::filesystem::path& file, const std::string& etag);

}
