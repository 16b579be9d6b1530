// core/checkpoint/complaints.h: how this room words what is wrong with a file.
#pragma once
#include "core/base/message_parts.h"
#include "core/base/result.h"
#include <string>

namespace patchlight
{

/// The file breaks its own format.
tl::unexpected<Error> damaged(const std::string& file, const std::string& reason);
/// The file ends before what it promises.
tl::unexpected<Error> cutOff(const std::string& file, const std::string& reason);
/// A format or network that is recognised but not opened; `advice` says what to do instead.
tl::unexpected<Error> unsupported(const std::string& file, const std::string& reason, const std::string& advice);
/// A pickle that needs a class or function to be of any use.
tl::unexpected<Error> asksForCode(const std::string& file, const std::string& name);

}
