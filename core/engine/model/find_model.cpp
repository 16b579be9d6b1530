// core/engine/model/find_model.cpp
#include "core/engine/model/find_model.h"
#include "core/base/resources.h"
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

Result<fs::path> findModel(const fs::path& asked)
{
    std::error_code ignored;
    const fs::path name = asked.empty() ? fs::path{"default"} : asked;
    if (!asked.empty() && fs::exists(asked, ignored))
        return asked;
    const auto shipped = shippedModels();
    if (std::find(shipped.begin(), shipped.end(), name.string()) != shipped.end())
        return resourcePath("models" / name);
    std::string known;
    for (const auto& each : shipped)
        known += (known.empty() ? "" : ", ") + each;
    return fail(ErrorCode::NotFound,
        name.string()
            + ": no such file or folder, and no model of that name ships with "
              "the program ("
            + (known.empty() ? "there are none" : "there are: " + known) + ")");
}

}
