// app/cli/output_names.cpp
#include "app/cli/output_names.h"
#include <algorithm>
#include <array>

namespace patchlight
{

Result<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (std::error_code ignored; std::filesystem::is_directory(folder, ignored))
        return {};
    return fail(ErrorCode::WriteFailed,
        folder.string() + ": the folder cannot be made (" + (error ? error.message() : "a file is in the way") + ")");
}

Result<void> checkNotInput(const std::filesystem::path& out, const std::filesystem::path& input)
{
    std::error_code ignored;
    if (!std::filesystem::equivalent(out, input, ignored))
        return {};
    return fail(ErrorCode::InvalidOption, out.string() + ": this is the picture itself; give the result another name");
}

std::string hasKnownEnding(const std::string& file)
{
    constexpr std::array<std::string_view, 5> kEndings{".png", ".npy", ".csv", ".json", ".svg"};
    const auto ending = std::filesystem::path{file}.extension().string();
    const bool known = std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
    return known ? "" : file + ": the name must end in .png, .npy, .csv, .json or .svg";
}

std::string OutputNames::next(const std::filesystem::path& image)
{
    const auto stem = image.stem().string();
    std::string name = stem + "." + m_method;
    for (int number = 2; !m_used.insert(name).second; ++number)
        name = stem + "-" + std::to_string(number) + "." + m_method;
    return (m_folder / (name + "." + m_format)).string();
}

}
