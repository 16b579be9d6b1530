// core/checkpoint/containers/container.cpp
#include "core/checkpoint/containers/container.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/npz.h"
#include "core/checkpoint/containers/safetensors.h"
#include "core/checkpoint/containers/shards.h"
#include "core/checkpoint/containers/torch_pickle.h"
#include <algorithm>
#include <iterator>
#include <system_error>

namespace patchlight
{
namespace
{

/// Formats known by how they begin, and what to do with them.
struct Foreign {
    std::string_view begins, what, advice;
};
constexpr Foreign kForeign[]{
    {"version https://git-lfs", "it is a Git LFS pointer, not the weights", "fetch them with: git lfs pull"},
    {"\x89HDF", "it is an HDF5 (Keras) file", "save the network as .safetensors"},
    {"GGUF", "it is a GGUF file", "get the network as .safetensors"},
    {"<!DOCTYPE", "it is a web page, not weights", "download the file itself"},
    {"<html", "it is a web page, not weights", "download the file itself"},
    {"\x1f\x8b", "it is compressed with gzip", "unpack it first"},
};

std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Result<Container> contained(
    const char* kind, Result<std::vector<StoredTensor>> tensors, const std::filesystem::path& path)
{
    if (!tensors)
        return fail(tensors.error());
    return Container{kind, std::move(*tensors), {path}, {}, {}};
}

Result<Container> contained(const char* kind, Result<TorchFile> file, const std::filesystem::path& path)
{
    if (!file)
        return fail(file.error());
    return Container{kind, std::move(file->tensors), {path}, std::move(file->unknown), std::move(file->said)};
}

Result<Container> openZip(const std::shared_ptr<const MappedFile>& file, const std::filesystem::path& path)
{
    const auto name = path.string();
    auto archive = ZipArchive::open(file, name);
    if (!archive)
        return fail(archive.error());
    if (looksLikeTorchZip(*archive))
        return contained("zip pickle", readTorchZip(*archive, file->bytes().size(), name), path);
    const auto& entries = archive->entries();
    if (std::any_of(entries.begin(), entries.end(), [](const ZipEntry& entry) { return entry.name.ends_with(".npy"); }))
        return contained("npz", readNpz(*archive, name), path);
    return unsupported(
        name, "it is a zip archive without weights of PyTorch or NumPy", "unpack it and give the file inside");
}

/// Formats of PyTorch that are older, and other pickles.
Result<Container> openPickle(const std::shared_ptr<const MappedFile>& file, const std::filesystem::path& path)
{
    if (looksLikeTorchLegacy(file->bytes()))
        return contained("legacy pickle", readTorchLegacy(file, path.string()), path);
    return unsupported(path.string(), "it is a pickle, but not one that torch.save wrote",
        "save it with torch.save or as .safetensors");
}

bool looksLikeTar(std::span<const std::byte> bytes)
{
    constexpr std::size_t magicAt = 257;
    return bytes.size() > magicAt + 5 && textOf(bytes.subspan(magicAt, 5)) == "ustar";
}

}

Result<Container> openSingleFile(const std::filesystem::path& path)
{
    const auto file = MappedFile::open(path);
    if (!file)
        return fail(file.error());
    const auto bytes = (*file)->bytes();
    const auto name = path.string();
    if (bytes.empty())
        return cutOff(name, "it is empty");
    for (const auto& foreign : kForeign)
        if (textOf(bytes).starts_with(foreign.begins))
            return unsupported(name, std::string(foreign.what), std::string(foreign.advice));
    if (textOf(bytes).starts_with("PK\x03\x04"))
        return openZip(*file, path);
    if (looksLikeSafetensors(bytes) || path.extension() == ".safetensors")
        return contained("safetensors", readSafetensors(*file, name), path);
    if (bytes.front() == std::byte{0x80})
        return openPickle(*file, path);
    if (looksLikeTar(bytes))
        return unsupported(
            name, "it is a tar archive, as PyTorch before 0.1.10 wrote", "save it again with a newer PyTorch");
    return unsupported(
        name, "its first bytes are those of no format of weights that is known here, whatever its name", "give weights as safetensors, PyTorch or NumPy write them");
}

Result<Container> openContainer(const std::filesystem::path& path, const RunContext& run)
{
    std::error_code error;
    auto weights = path;
    if (std::filesystem::is_directory(path, error)) {
        const auto found = findWeights(path);
        if (!found)
            return fail(found.error());
        weights = *found;
    }
    return weights.string().ends_with(".index.json") ? openShards(weights, run) : openSingleFile(weights);
}

}
