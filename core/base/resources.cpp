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
    auto folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    for (int i = 0; i < 2; ++i) { // PREFIX/bin, PREFIX/libexec/patchlight
        folder = folder.parent_path();
        if (auto installed = folder / "share/patchlight" / relative; !folder.empty() && fs::exists(installed, ignored))
            return installed;
    }
    return fs::path{PATCHLIGHT_SOURCE_RESOURCES} / relative;
}

}
