// core/base/ending.h: what kind of file a name says it is.
#pragma once
#include <algorithm>
#include <filesystem>
#include <string>

namespace patchlight
{

/// The ending with its dot, in small letters (of A to Z): ".png" of "Cat.PNG"; empty without one.
inline std::string lowerEnding(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    std::ranges::transform(
        ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending;
}

}
