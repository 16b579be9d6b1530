// core/base/result.h: what the world can break returns a Result; the message is for the user.
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace patchlight
{

/// Stable kinds of failure, for tests and for the window's choice of advice.
enum class ErrorCode {
    Cancelled, ///< the caller asked to stop; never shown
    NotFound, ///< no such file or folder
    Unreadable, ///< exists but cannot be read, or is truncated
    Unsupported, ///< recognised or not, but this program cannot open it
    Malformed, ///< breaks its own format
    Mismatch, ///< tensors missing, left over or misshapen; sizes that do not fit together
    InvalidOption, ///< an option or request that makes no sense here
    OutOfMemory,
    WriteFailed,
    Internal, ///< a defect of ours
};

/// One clear sentence: names the file, the reason and what to do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
};

template <class T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message)
{
    return tl::make_unexpected(Error{code, std::move(message)});
}
inline tl::unexpected<Error> fail(Error error)
{
    return tl::make_unexpected(std::move(error));
}
inline tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, "cancelled");
}

}
