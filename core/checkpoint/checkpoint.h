// core/checkpoint/checkpoint.h: any file people have → canonical tensors and the network's facts.
#pragma once
#include "core/base/model_config.h"
#include "core/base/overrides.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include <ATen/core/Tensor.h>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace patchlight
{

/// A tensor as the file has it, for `inspect --tensors`.
struct TensorEntry {
    std::string name;
    std::string dtype; ///< "F32", "BF16", …
    std::vector<std::int64_t> shape;
};

struct Checkpoint {
    ModelConfig config;
    std::map<std::string, at::Tensor> tensors; ///< canonical (timm) names; views into the mapped file where possible
    std::map<std::string, at::Tensor> text; ///< the tower for words, where the file has one, under its own names
    std::string container; ///< "safetensors", "sharded safetensors", "zip pickle", "legacy pickle", "npz"
    std::vector<std::filesystem::path> files; ///< every file read, configuration too
    std::vector<std::string> unwrapped; ///< wrappers and prefixes undone: "model", "module."
    std::vector<std::string> ignored; ///< tensors known not to matter here (masks, indices, DINO heads)
    std::vector<TensorEntry> entries; ///< as in the file
    std::int64_t parameters = 0; ///< values in the tensors used
};

/// `path` is a file or a folder. Errors: NotFound, Unreadable, Malformed, Unsupported (names what it is, where known),
/// Mismatch. Never executes anything from the file; allocates no more than the file's size plus a margin.
Result<Checkpoint> openCheckpoint(const std::filesystem::path& path, const Overrides& overrides, const RunContext& run);

}
