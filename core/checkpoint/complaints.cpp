// core/checkpoint/complaints.cpp
#include "core/checkpoint/complaints.h"

namespace patchlight
{

tl::unexpected<Error> damaged(const std::string& file, const std::string& reason)
{
    return fail(ErrorCode::Malformed, file + " is damaged: " + reason + "; get the file again from where it came");
}

tl::unexpected<Error> cutOff(const std::string& file, const std::string& reason)
{
    return fail(ErrorCode::Unreadable, file + " is cut off: " + reason + "; get the whole file again");
}

tl::unexpected<Error> unsupported(const std::string& file, const std::string& reason, const std::string& advice)
{
    return fail(ErrorCode::Unsupported, file + " cannot be opened: " + reason + "; " + advice);
}

}
