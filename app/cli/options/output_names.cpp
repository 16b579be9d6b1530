// app/cli/options/output_names.cpp
#include "app/cli/options/output_names.h"
#include "app/cli/options/read_input.h"
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace patchlight
{

Result<void> checkFolder(const std::filesystem::path& folder)
{
    std::error_code ignored;
    auto there = std::filesystem::absolute(folder, ignored);
    while (!std::filesystem::exists(there, ignored) && there.has_relative_path())
        there = there.parent_path();
    const bool isFolder = std::filesystem::is_directory(there, ignored);
    if (isFolder && ::access(there.c_str(), W_OK) == 0)
        return {};
    return fail(ErrorCode::WriteFailed,
        "cannot make the folder " + folder.string() + ": " + (isFolder ? std::strerror(errno) : "a file is in the way")
            + "; choose another place");
}

Result<void> checkWritable(const std::filesystem::path& out)
{
    std::error_code ignored;
    const auto folder = out.has_parent_path() ? out.parent_path() : std::filesystem::path{"."};
    const auto complain = [&](const char* reason) {
        return fail(ErrorCode::WriteFailed, "cannot write " + out.string() + ": " + reason + "; choose another place");
    };
    if (std::filesystem::is_directory(out, ignored))
        return complain("this is a folder");
    if (!std::filesystem::is_directory(folder, ignored))
        return complain("its folder does not exist");
    const bool device = std::filesystem::exists(out, ignored) && !std::filesystem::is_regular_file(out, ignored);
    if (::access(device ? out.c_str() : folder.c_str(), W_OK) != 0)
        return complain(std::strerror(errno));
    return {};
}

std::string OutputNames::next(const std::filesystem::path& image)
{
    const auto stem = image == kStandardInput ? std::string{"stdin"} : image.stem().string();
    std::string name = stem + "." + m_method;
    for (int number = 2; !m_used.insert(name).second; ++number)
        name = stem + "-" + std::to_string(number) + "." + m_method;
    return (m_folder / (name + "." + m_format)).string();
}

}
