// core/checkpoint/containers/find_weights.cpp
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/container.h"
#include <algorithm>
#include <iterator>
#include <system_error>

namespace patchlight
{
namespace
{

/// As the libraries name them, the preferred first.
constexpr std::string_view kUsual[]{"model.safetensors", "model.safetensors.index.json", "pytorch_model.safetensors",
    "pytorch_model.bin", "pytorch_model.bin.index.json", "model.pth", "model.pt", "model.bin", "model.npz"};
constexpr std::string_view kEndings[]{
    ".safetensors", ".safetensors.index.json", ".bin.index.json", ".pth", ".pt", ".bin", ".npz", ".ckpt"};

bool isWeights(const std::string& name)
{
    return std::any_of(
        std::begin(kEndings), std::end(kEndings), [&](std::string_view end) { return name.ends_with(end); });
}

}

Result<std::filesystem::path> findWeights(const std::filesystem::path& folder)
{
    constexpr int mostEntries = 10000;
    std::error_code error;
    for (const auto name : kUsual)
        if (std::filesystem::is_regular_file(folder / name, error))
            return folder / name;
    std::vector<std::string> found;
    int entries = 0;
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator() && ++entries < mostEntries; entry.increment(error))
        if (entry->is_regular_file(error) && isWeights(entry->path().filename().string()))
            found.push_back(entry->path().filename().string());
    if (error)
        return fail(ErrorCode::Unreadable,
            "cannot read the folder " + folder.string() + ": " + error.message() + "; check its rights");
    std::sort(found.begin(), found.end());
    if (found.size() == 1)
        return folder / found.front();
    if (found.empty())
        return fail(ErrorCode::NotFound,
            "the folder " + folder.string()
                + " holds no weights; give a folder or file with .safetensors, .pth, .pt, .bin or .npz");
    return fail(ErrorCode::NotFound,
        "the folder " + folder.string() + " holds several files of weights; give one of them: " + firstTen(found));
}

std::string nameOfWeights(const std::filesystem::path& path)
{
    const auto name = path.filename().string();
    const auto folder = path.parent_path().filename().string();
    const bool usual = std::find(std::begin(kUsual), std::end(kUsual), name) != std::end(kUsual);
    return usual && !folder.empty() ? folder : name;
}

}
