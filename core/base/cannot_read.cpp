// core/base/cannot_read.cpp
#include "core/base/cannot_read.h"
#include "core/base/shown_text.h"
#include <cerrno>
#include <cstring>

namespace patchlight
{
namespace
{
constexpr std::size_t kLongestPath = 1024; ///< characters; folders allow 255 in each of their names
}

tl::unexpected<Error> cannotRead(const std::string& file, int reason)
{
    const auto code = reason == ENOENT || reason == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Unreadable;
    const std::size_t most = reason == ENAMETOOLONG ? 120 : kLongestPath;
    return fail(code, "cannot read " + shortened(file, most) + ": " + std::strerror(reason) + "; check the name and the rights");
}

}
