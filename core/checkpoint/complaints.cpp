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

tl::unexpected<Error> asksForCode(const std::string& file, const std::string& name)
{
    return unsupported(file,
        "its pickle asks for " + inQuotes(name) + ", which is code and not a tensor; nothing of it was run",
        "save only model.state_dict(), or get the network as .safetensors");
}

}
