// core/library/wanted_files.h: which files of a repository are fetched: one set of weights and what explains it.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight
{

struct WantedFiles {
    std::vector<std::string> small; ///< configurations, tokenizer, card: those there are
    std::string weights; ///< the one file, or the index of its shards
    bool sharded = false;
};

/// @param files  all of the repository
/// Prefers .safetensors to pickles, one file to shards; takes any single file of weights where none has a usual name.
/// Errors: NotFound: nothing that can be opened; several files of weights: lists them.
Result<WantedFiles> chooseFiles(const std::vector<std::string>& files, const std::string& model);

/// The shards that an index names, each once, sorted. Errors: Malformed (no weight_map, a name that is no plain file).
Result<std::vector<std::string>> shardsOf(const std::string& indexJson, const std::string& model);

/// Whether a folder holds weights, and every shard that its index names.
bool isWholeSnapshot(const std::filesystem::path& folder);

}
