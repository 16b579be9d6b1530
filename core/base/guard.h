// core/base/guard.h: the one place where exceptions of torch, OpenCV, JSON and the allocator become an Error.
#pragma once
#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include <string>
#include <string_view>
#include <utility>

namespace patchlight
{

/// What an Error made of an exception says besides the exception's own text.
struct OnThrow {
    ErrorCode code = ErrorCode::Internal;
    std::string_view says{}; ///< before the text: "does not fit together: "
    std::string_view advice{}; ///< behind it: "; get the file again"
    std::string_view ofMemory = "close other programs, or take a smaller picture or model";
};

/// The exception being handled, as one sentence without stack dumps that starts with `subject` (a file or a task).
/// Failed allocations, torch's and OpenCV's too, are OutOfMemory; anything else has the code of `on`. Call inside a
/// catch.
Error currentException(std::string_view subject, const OnThrow& on = {});
/// Whether an exception's text is an allocator's: torch throws no type of its own for that.
bool saysOutOfMemory(std::string_view text);

/// Unreadable: what was computed rests on bytes that are gone.
Error lostFile(std::string_view subject);

/// Runs `work`, which returns a Result; nothing it throws gets past, nor an answer made of a file that was cut short
/// while it was read (MappedFile).
template <class Work> auto guarded(std::string_view subject, Work&& work, const OnThrow& on = {}) -> decltype(work())
{
    try {
        const auto lost = lostReads();
        auto answer = std::forward<Work>(work)();
        if (lostReads() != lost)
            return fail(lostFile(subject));
        return answer;
    } catch (...) {
        return fail(currentException(subject, on));
    }
}

}
