// core/checkpoint/containers/shards.h: a network in several files, named by an index.
#pragma once
#include "core/checkpoint/containers/container.h"

namespace patchlight
{

/// model.safetensors.index.json or pytorch_model.bin.index.json: {"weight_map": {tensor: file, …}}. The files must lie
/// beside it: names with a path in them are refused. Errors: those of the files; Malformed; NotFound (a shard);
/// Mismatch (a tensor that its shard lacks).
Result<Container> openShards(const std::filesystem::path& index, const RunContext& run);

/// One file of any single-file format.
Result<Container> openSingleFile(const std::filesystem::path& path);

}
