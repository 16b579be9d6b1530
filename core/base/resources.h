// core/base/resources.h: where the files that ship with the program are.
#pragma once
#include <filesystem>

namespace patchlight
{

/// `relative` below $PATCHLIGHT_RESOURCES, else <executable>/../share/patchlight, else the source tree it was built
/// from. The first that exists; the last one where none does.
std::filesystem::path resourcePath(const std::filesystem::path& relative);

}
