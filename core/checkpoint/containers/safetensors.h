// core/checkpoint/containers/safetensors.h: Hugging Face's safetensors files, used where they lie.
#pragma once
#include "core/base/mapped_file.h"
#include "core/checkpoint/containers/stored_tensor.h"

namespace patchlight
{

/// Eight bytes of header length, a JSON header, then the tensors. Nothing is copied that is aligned to its type.
/// Errors: Malformed (a header that lies: offsets outside the file, overlapping, not fitting the shape, names twice,
/// nesting), Unreadable (cut off), Unsupported (an element type that is not known).
/// Source: github.com/huggingface/safetensors, README "Format".
Result<std::vector<StoredTensor>> readSafetensors(
    const std::shared_ptr<const MappedFile>& file, const std::string& name);

/// Whether the bytes begin as such a file does.
bool looksLikeSafetensors(std::span<const std::byte> bytes);

}
