// app/cli/options/picture_argument.cpp
#include "app/cli/options/picture_argument.h"
#include "core/image/read_picture.h"
#include <CLI/CLI.hpp>
#include <algorithm>

namespace patchlight
{
namespace
{

constexpr std::string_view kArray{"\x93NUMPY", 6};

std::string notEmptyName(const std::string& text)
{
    return text.empty() ? "the name of a picture is empty" : "";
}

}

void addPictures(CLI::App& command, std::vector<std::string>& pictures)
{
    command.add_option("IMAGE", pictures, "pictures, or .npy files of [1,3,H,W]; - reads one from standard input")
        ->required()
        ->check(notEmptyName);
}

void addPicture(CLI::App& command, std::string& picture)
{
    command.add_option("IMAGE", picture, "a picture, or an .npy of [1,3,H,W]; - reads it from standard input")
        ->required()
        ->check(notEmptyName);
}

void checkPictures(const std::vector<std::string>& pictures)
{
    if (std::ranges::count(pictures, kStandardInput) > 1)
        throw CLI::ValidationError("standard input (-) can be read only once");
}

Result<PictureSource> openPicture(const std::string& picture, const RunContext& run)
{
    if (picture != kStandardInput && !isPipe(picture))
        return PictureSource{picture, {}, ""};
    const auto name = shownName(picture);
    const auto bytes = readInput(picture, static_cast<std::size_t>(PictureLimits{}.bytes), run);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->starts_with(kArray))
        return fail(ErrorCode::Unsupported, "cannot open " + name + ": arrays are read from files, not from pipes");
    auto pixels = decodePicture(std::as_bytes(std::span{bytes->data(), bytes->size()}), name);
    if (!pixels)
        return fail(pixels.error());
    return PictureSource{{}, std::move(*pixels), name};
}

}
