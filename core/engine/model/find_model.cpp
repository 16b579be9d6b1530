// core/engine/model/find_model.cpp
#include "core/engine/model/find_model.h"
#include "core/base/resources.h"
#include "core/library/find_in_library.h"
#include "core/library/torch_cache.h"
#include <algorithm>

namespace patchlight
{
namespace fs = std::filesystem;

std::vector<std::string> shippedModels()
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(resourcePath("models"), ignored))
        if (entry.is_directory(ignored))
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

namespace
{

/// A path to weights that was mistyped is no model's name.
bool meansAFile(const fs::path& asked)
{
    constexpr std::string_view endings[]{".safetensors", ".pth", ".pt", ".bin", ".npz", ".json", ".ckpt"};
    const auto ending = asked.extension().string();
    return std::find(std::begin(endings), std::end(endings), ending) != std::end(endings);
}

tl::unexpected<Error> noModel(const std::string& name, const std::vector<std::string>& shipped)
{
    std::string known;
    for (const auto& each : shipped)
        known += (known.empty() ? "" : ", ") + each;
    return fail(ErrorCode::NotFound,
        name
            + ": no such file or folder, and no model of that name ships with "
              "the program ("
            + (known.empty() ? "there are none" : "there are: " + known)
            + "); patchlight-cli models lists what else there is");
}

}

Result<fs::path> findModel(const fs::path& asked)
{
    std::error_code ignored;
    const auto name = asked.empty() ? std::string("default") : asked.string();
    if (!asked.empty() && !mustBeHubName(name) && fs::exists(asked, ignored))
        return asked;
    const auto shipped = shippedModels();
    if (std::find(shipped.begin(), shipped.end(), name) != shipped.end())
        return resourcePath(fs::path("models") / name);
    const auto places = libraryPlaces();
    if (mustBeHubName(name) || (looksLikeHubName(name) && !meansAFile(asked))
        || findInTorchCache(places.torchCache, name))
        return findInLibrary(name, places);
    return noModel(name, shipped);
}

}
