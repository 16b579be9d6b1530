// core/image/write_picture.h: pixels → PNG, written whole or not at all.
#pragma once
#include "core/base/image.h"
#include "core/base/result.h"
#include <cstddef>
#include <filesystem>
#include <vector>

namespace patchlight
{

Result<std::vector<std::byte>> encodePng(const Image& image);
/// Errors: WriteFailed.
Result<void> writePng(const std::filesystem::path& path, const Image& image);

}
