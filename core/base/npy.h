// core/base/npy.h: NumPy's .npy files, float32.
#pragma once
#include "core/base/nd_array.h"
#include "core/base/result.h"
#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace patchlight
{

/// Reads version 1–3 files, C or Fortran order, little-endian f2/f4/f8, i1–i8, u1–u8; values become float32.
/// Errors: NotFound, Unreadable, Malformed, Unsupported (any other type).
Result<NdArray> readNpy(const std::filesystem::path& path);
/// Floating types only: whole numbers are pixels that nobody preprocessed. Errors: as readNpy.
Result<NdArray> readNetworkInput(const std::filesystem::path& path);
/// The same from bytes in memory (an entry of an .npz); `name` stands for the file in messages.
Result<NdArray> parseNpy(std::span<const std::byte> bytes, const std::string& name);

/// Version 1, little-endian float32, C order. Errors: WriteFailed.
Result<void> writeNpy(const std::filesystem::path& path, const NdArray& array);
std::vector<std::byte> formatNpy(const NdArray& array);

}
