// core/checkpoint/containers/torch_pickle.h: files of torch.save and torch.jit.save.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/containers/pickle_value.h"
#include "core/checkpoint/containers/said_beside.h"
#include "core/checkpoint/containers/zip.h"
#include <map>

namespace patchlight
{

struct TorchFile {
    std::vector<StoredTensor> tensors;
    std::vector<std::string> unknown; ///< classes of objects that were left alone
    SaidBeside said;
};

/// A zip archive with <folder>/data.pkl and <folder>/data/<key> (PyTorch ≥ 1.6, and TorchScript, whose code is never
/// looked at). Storages stay in the mapping. Checksums of storages are not compared, as PyTorch does not either.
/// Errors: those of readPickle and ZipArchive; Malformed (a tensor that reaches outside its storage).
Result<TorchFile> readTorchZip(ZipArchive& archive, std::size_t fileSize, const std::string& name);
bool looksLikeTorchZip(const ZipArchive& archive);

/// Several pickles in a row, then the storages (PyTorch < 1.6). Errors: as above.
/// Source: torch/serialization.py, _legacy_load.
Result<TorchFile> readTorchLegacy(const std::shared_ptr<const MappedFile>& file, const std::string& name);
bool looksLikeTorchLegacy(std::span<const std::byte> bytes);

/// A storage's bytes by its key.
using StorageBytes = std::map<std::string, OwnedBytes, std::less<>>;

/// Walks the dictionaries and objects of a pickle from its root and makes a stored tensor of each tensor with a name.
/// Objects join their attributes' names by '.' (a saved module gives its state_dict), dictionaries become the tensors'
/// scope. Errors: Malformed: a tensor outside its storage, a name twice, tensors that together are far larger than the
/// file; Unsupported: no tensors, but a class that no list knows.
Result<TorchFile> contentOf(
    const Pickle& pickle, const StorageBytes& storages, std::size_t fileSize, const std::string& file);

}
