// core/base/resources.cpp
#include "core/base/resources.h"
#include <cstdlib>

namespace patchlight
{
namespace fs = std::filesystem;

fs::path resourcePath(const fs::path& relative)
{
    std::error_code ignored;
    if (const char* folder = std::getenv("PATCHLIGHT_RESOURCES"))
        return fs::path{folder} / relative;
    const auto executable = fs::read_symlink("/proc/self/exe", ignored);
    const auto installed = executable.parent_path().parent_path() / "share/patchlight" / relative;
    if (!executable.empty() && fs::exists(installed, ignored))
        return installed;
    return fs::path{PATCHLIGHT_SOURCE_RESOURCES} / relative;
}

}
