// core/library/torch_cache.cpp
#include "core/library/torch_cache.h"
#include "core/base/sha256.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

constexpr std::string_view kEndings[]{".pth", ".pt", ".bin", ".safetensors", ".npz"};
constexpr std::size_t kMostFiles = 5000;

bool isWeights(const fs::path& path)
{
    const auto ending = path.extension().string();
    return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

}

std::vector<fs::path> torchCacheFiles(const fs::path& checkpoints)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (auto entry = fs::directory_iterator(checkpoints, error);
         !error && entry != fs::directory_iterator() && files.size() < kMostFiles; entry.increment(error))
        if (std::error_code unread; isWeights(entry->path()) && entry->is_regular_file(unread))
            files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<fs::path> findInTorchCache(const fs::path& checkpoints, const std::string& name)
{
    std::vector<fs::path> found;
    const std::string begun = name + "-";
    for (const auto& file : torchCacheFiles(checkpoints)) {
        const auto stem = file.stem().string();
        const auto hash = promisedHash(file);
        if (file.filename() == name)
            return file;
        if (stem == name || (!hash.empty() && stem == begun + hash))
            found.push_back(file);
    }
    return found.size() == 1 ? std::optional{found.front()} : std::nullopt;
}

std::string promisedHash(const fs::path& file)
{
    constexpr std::size_t shortest = 8, longest = 64;
    const auto stem = file.stem().string();
    const auto dash = stem.rfind('-');
    const auto digits = dash == std::string::npos ? "" : stem.substr(dash + 1);
    const bool hex = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
    return hex && digits.size() >= shortest && digits.size() <= longest ? digits : "";
}

Result<std::optional<bool>> matchesItsName(const fs::path& file)
{
    const auto promised = promisedHash(file);
    if (promised.empty())
        return std::optional<bool>{};
    const auto hash = sha256OfFile(file);
    return hash ? Result<std::optional<bool>>(hash->starts_with(promised)) : fail(hash.error());
}

}
