// core/library/hub_result.cpp
#include "core/library/hub_result.h"

namespace patchlight
{
namespace
{

ErrorCode codeOf(HubFailure kind)
{
    switch (kind) {
    case HubFailure::Cancelled:
        return ErrorCode::Cancelled;
    case HubFailure::NoSuchModel:
    case HubFailure::NoSuchRevision:
    case HubFailure::NoSuchFile:
    case HubFailure::NothingToOpen:
        return ErrorCode::NotFound;
    case HubFailure::DiskFull:
    case HubFailure::CannotWrite:
        return ErrorCode::WriteFailed;
    case HubFailure::Untrue:
        return ErrorCode::Malformed;
    default:
        return ErrorCode::Unreadable;
    }
}

}

Error asError(const HubError& error)
{
    return {codeOf(error.kind), error.message};
}

}
