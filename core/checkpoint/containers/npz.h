// core/checkpoint/containers/npz.h: NumPy's archives of arrays, as google-research writes its networks.
#pragma once
#include "core/checkpoint/containers/stored_tensor.h"
#include "core/checkpoint/containers/zip.h"

namespace patchlight
{

/// Every entry that ends in .npy. Checksums are compared, as NumPy does. Arrays of two-byte void are bfloat16, as JAX
/// saves them. Errors: those of ZipArchive::read; Malformed; Unsupported (Python objects, big-endian numbers).
Result<std::vector<StoredTensor>> readNpz(ZipArchive& archive, const std::string& name);

}
