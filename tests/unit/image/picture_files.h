// tests/unit/image/picture_files.h: the small pictures of tests/fixtures/pictures.
#pragma once
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

inline const std::filesystem::path kPictures = std::filesystem::path{PATCHLIGHT_FIXTURES} / "pictures";

inline std::vector<std::byte> bytesOf(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const auto bytes = std::as_bytes(std::span{text});
    return {bytes.begin(), bytes.end()};
}

/// In the same order on every machine.
inline std::vector<std::filesystem::path> pictureFiles()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{kPictures}) {
        const auto ending = entry.path().extension();
        if (ending != ".npy" && ending != ".json" && ending != ".py" && ending != ".md")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}
