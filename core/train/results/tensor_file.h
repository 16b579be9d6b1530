// core/train/results/tensor_file.h: writes safetensors files: the model, and the state a run resumes from.
#pragma once
#include "core/base/result.h"
#include "core/train/optimisation/optimiser.h"
#include <filesystem>

namespace patchlight
{

enum class Storage { AsIs, Half };

/// float32, float16, bfloat16, int64 or uint8 tensors (others: Internal); Half stores floating tensors as float16.
/// `metadata`: text by name. Written whole or not at all. Errors: WriteFailed.
Result<void> writeTensors(const std::filesystem::path& path, const NamedTensors& tensors, Storage storage,
    const std::map<std::string, std::string>& metadata);

struct TensorFile {
    NamedTensors tensors; ///< views into the mapped file, read-only
    std::map<std::string, std::string> metadata;
};
/// Errors: those of the checkpoint room's safetensors reader.
Result<TensorFile> readTensors(const std::filesystem::path& path);

}
