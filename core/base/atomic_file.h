// core/base/atomic_file.h: a file is written whole or not at all.
#pragma once
#include "core/base/result.h"
#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace patchlight
{

/// Writes to a temporary file beside `path`, flushes it to disk, then renames it over `path`. Of a symbolic link the
/// file behind it is replaced; a file that was there keeps its mode.
/// Errors: InvalidOption (a file that is being read: KeptInput), WriteFailed (unwritable folder or file, full
/// disk); an existing file is then untouched and nothing is left behind.
Result<void> writeFile(const std::filesystem::path& path, std::span<const std::byte> bytes);
Result<void> writeFile(const std::filesystem::path& path, std::string_view text);

}
