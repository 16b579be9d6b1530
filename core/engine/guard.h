// core/engine/guard.h: the door where exceptions of torch, OpenCV, JSON and the allocator become an Error.
#pragma once
#include "core/base/result.h"
#include <string>
#include <string_view>
#include <utility>

namespace patchlight
{

/// The exception being handled, as one sentence without stack dumps that starts with `subject` (a file or a task).
/// Failed allocations, torch's and OpenCV's too, are OutOfMemory; anything else is Internal. Call inside a catch.
Error currentException(std::string_view subject);
/// Whether an exception's text is an allocator's: torch throws no type of its own for that.
bool saysOutOfMemory(std::string_view text);

/// Runs `work`, which returns a Result; nothing it throws gets past.
template <class Work> auto guarded(std::string_view subject, Work&& work) -> decltype(work())
{
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        return fail(currentException(subject));
    }
}

}
