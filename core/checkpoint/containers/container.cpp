// core/checkpoint/containers/container.cpp
#include "core/checkpoint/containers/container.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/safetensors.h"
#include <algorithm>
#include <iterator>
#include <system_error>

namespace patchlight {
namespace {

/// Formats known by how they begin, and what to do with them.
struct Foreign {
    std::string_view begins, what, advice;
};
constexpr Foreign kForeign[] {
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

Result<Container> openFile(const std::filesystem::path& path, const RunContext&)
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
    if (looksLikeSafetensors(bytes) || path.extension() == ".safetensors") {
        auto tensors = readSafetensors(*file, name);
        return tensors ? Result<Container> {Container {"safetensors", std::move(*tensors), {path}}} : fail(tensors.error());
    }
    return unsupported(name, "it begins like no format of weights known here", "give .safetensors, .pth, .pt, .bin or .npz");
}

}

Result<Container> openContainer(const std::filesystem::path& path, const RunContext& run)
{
    std::error_code error;
    if (!std::filesystem::is_directory(path, error))
        return openFile(path, run);
    const auto weights = findWeights(path);
    return weights ? openFile(*weights, run) : fail(weights.error());
}

}
