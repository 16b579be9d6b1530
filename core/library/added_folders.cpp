// core/library/added_folders.cpp
#include "core/library/added_folders.h"
#include "core/base/atomic_file.h"
#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace patchlight
{
namespace
{
namespace fs = std::filesystem;

constexpr std::size_t kMostFolders = 100;

fs::path listFile()
{
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    const auto base = config && *config ? fs::path{config} : fs::path{home ? home : "/"} / ".config";
    return base / "patchlight" / "model-folders";
}

}

std::vector<fs::path> addedFolders()
{
    std::vector<fs::path> folders;
    std::ifstream stream(listFile());
    for (std::string line; folders.size() < kMostFolders && std::getline(stream, line);)
        if (line.starts_with('/') && std::find(folders.begin(), folders.end(), line) == folders.end())
            folders.emplace_back(line);
    return folders;
}

Result<void> keepAddedFolders(const std::vector<fs::path>& folders)
{
    std::string text;
    std::vector<fs::path> kept;
    for (const auto& folder : folders) {
        if (std::find(kept.begin(), kept.end(), folder) != kept.end())
            continue;
        kept.push_back(folder);
        text += folder.string() + "\n";
    }
    const auto file = listFile();
    std::error_code ignored; // writeFile says why
    fs::create_directories(file.parent_path(), ignored);
    return writeFile(file, text);
}

}
