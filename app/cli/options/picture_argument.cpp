// app/cli/options/picture_argument.cpp
#include "app/cli/options/picture_argument.h"
#include "app/cli/console.h"
#include "core/image/read_picture.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstring>
#include <filesystem>

namespace patchlight
{
namespace
{

constexpr std::string_view kArray{"\x93NUMPY", 6};

std::string notEmptyName(const std::string& text)
{
    return text.empty() ? "the name of a picture is empty" : "";
}

/// As people count: img2 before img10.
bool inNaturalOrder(const std::string& one, const std::string& other)
{
    const int order = ::strverscmp(one.c_str(), other.c_str());
    return order != 0 ? order < 0 : one < other;
}

/// Pictures that lie in the folder itself. Throws as CLI11 does where there are none.
std::vector<std::string> picturesIn(const std::string& folder)
{
    std::error_code unreadable;
    std::vector<std::string> pictures;
    for (std::filesystem::directory_iterator at{folder, unreadable}, end; !unreadable && at != end; at.increment(unreadable))
        if (std::error_code gone; at->is_regular_file(gone) && looksLikePicture(at->path()))
            pictures.push_back(at->path().string());
    if (unreadable)
        throw CLI::ValidationError("cannot read the folder " + oneLine(folder) + ": " + unreadable.message());
    if (pictures.empty())
        throw CLI::ValidationError("the folder " + oneLine(folder) + " holds no pictures");
    std::ranges::sort(pictures, inNaturalOrder);
    return pictures;
}

std::vector<std::string> withFoldersOpened(const std::vector<std::string>& given)
{
    std::vector<std::string> pictures;
    for (const auto& each : given) {
        std::error_code unknown;
        const bool folder = std::filesystem::is_directory(each, unknown);
        const auto inside = folder ? picturesIn(each) : std::vector{each};
        pictures.insert(pictures.end(), inside.begin(), inside.end());
    }
    return pictures;
}

}

void addPictures(CLI::App& command, std::vector<std::string>& pictures)
{
    command.add_option("IMAGE", pictures, "pictures, folders of them, or .npy files of [1,3,H,W]; - reads one from standard input")
        ->required()
        ->check(notEmptyName);
}

void addPicture(CLI::App& command, std::string& picture)
{
    command.add_option("IMAGE", picture, "a picture, or an .npy of [1,3,H,W]; - reads it from standard input")
        ->required()
        ->check(notEmptyName);
}

void checkPictures(std::vector<std::string>& pictures)
{
    pictures = withFoldersOpened(pictures);
    if (std::ranges::count(pictures, kStandardInput) > 1)
        throw CLI::ValidationError("standard input (-) can be read only once");
}

Result<PictureSource> openPicture(const std::string& picture, const RunContext& run)
{
    if (picture != kStandardInput && !isPipe(picture))
        return PictureSource{picture, {}, ""};
    const auto name = shownName(picture);
    auto bytes = readInput(picture, static_cast<std::size_t>(PictureLimits{}.bytes), run);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->starts_with(kArray))
        return fail(ErrorCode::Unsupported, "cannot open " + name + ": arrays are read from files, not from pipes");
    if (bytes->empty())
        return fail(ErrorCode::Malformed, "cannot open " + name + ": the file is empty; choose another picture");
    return PictureSource{{}, {}, name, std::move(*bytes)};
}

}
