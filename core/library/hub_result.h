// core/library/hub_result.h: what can go wrong between here and a model on the hub, by kind.
#pragma once
#include "core/base/result.h"
#include <string>
#include <tl/expected.hpp>

namespace patchlight
{

/// The window chooses its state and advice by these; the sentence is complete without them.
enum class HubFailure {
    Cancelled,
    Offline, ///< HF_HUB_OFFLINE is set: nothing was asked
    Unreachable, ///< no connection, no such host, a proxy that does not answer, a certificate nobody vouches for
    Interrupted, ///< the connection broke or fell silent; what came is kept
    Gated, ///< terms to accept, or a token to set, on the site
    NoSuchModel,
    NoSuchRevision,
    NoSuchFile,
    TooManyRequests,
    ServerTrouble, ///< 5xx
    Untrue, ///< an answer that contradicts itself: hash, size, JSON, redirect
    NothingToOpen, ///< the repository holds no weights this program reads
    DiskFull,
    CannotWrite,
};

struct HubError {
    HubFailure kind = HubFailure::Untrue;
    std::string message; ///< one sentence: what, why, what to do; never holds a token
};

template <class T> using HubResult = tl::expected<T, HubError>;

inline tl::unexpected<HubError> hubFail(HubFailure kind, std::string message)
{
    return tl::make_unexpected(HubError{kind, std::move(message)});
}
inline tl::unexpected<HubError> hubFail(HubError error)
{
    return tl::make_unexpected(std::move(error));
}

/// As the rest of the program has errors.
Error asError(const HubError& error);

}
