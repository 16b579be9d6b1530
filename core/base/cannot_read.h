// core/base/cannot_read.h: the one sentence of a file that cannot be opened or read.
#pragma once
#include "core/base/result.h"
#include <string>

namespace patchlight
{

/// NotFound where there is no such file, else Unreadable. `reason` is an errno. A name longer than any file has is cut.
tl::unexpected<Error> cannotRead(const std::string& file, int reason);

}
