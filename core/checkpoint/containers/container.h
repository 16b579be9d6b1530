// core/checkpoint/containers/container.h: any file or folder of weights → stored tensors.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/checkpoint/containers/said_beside.h"
#include "core/checkpoint/containers/stored_tensor.h"
#include <filesystem>
#include <string>

namespace patchlight
{

struct Container {
    std::string kind; ///< as Checkpoint::container
    std::vector<StoredTensor> tensors;
    std::vector<std::filesystem::path> files; ///< of weights, all that were read
    std::vector<std::string> unknown; ///< classes of a pickle's objects that were left alone
    SaidBeside said;
};

/// Tells the format by its first bytes, not by the name. A folder is searched for the one file of weights in it.
/// Errors: NotFound, Unreadable, Malformed, Unsupported (names the format where it is known).
Result<Container> openContainer(const std::filesystem::path& path, const RunContext& run);

/// The file of weights in a folder: model.safetensors, its index, pytorch_model.bin, …, else the only one there.
/// Errors: NotFound (none; several: lists them).
Result<std::filesystem::path> findWeights(const std::filesystem::path& folder);

/// "deit-tiny" of deit-tiny and of deit-tiny/model.safetensors: a file that is called as every model's is named by its
/// folder; "small.pth" of deit-tiny/small.pth.
std::string nameOfWeights(const std::filesystem::path& path);

}
