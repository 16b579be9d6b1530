// core/base/guard.cpp: knows the libraries' exceptions by their texts, so that every room may use it.
#include "core/base/guard.h"
#include <algorithm>
#include <array>
#include <exception>
#include <execinfo.h>
#include <new>
#include <system_error>

namespace patchlight
{
namespace
{

/// The C library loads libgcc_s for the first exception that passes one of its own functions (pthread_once under
/// std::call_once) and ends the program where memory does not suffice for that; a trace has it loaded at once.
[[maybe_unused]] const int kUnwinderLoaded = [] {
    void* frame = nullptr;
    return ::backtrace(&frame, 1);
}();

/// The first line only: torch appends a stack, OpenCV a line break.
std::string firstLine(std::string text)
{
    text.resize(std::min(text.find('\n'), text.size()));
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.pop_back();
    return text;
}

/// "OpenCV(4.6.0) FILE:LINE: error: (CODE:NAME) WHAT in function 'F'" → WHAT; any other text unchanged.
std::string withoutPosition(const std::string& text)
{
    const auto error = text.find(": error: (");
    const auto begin = error == std::string::npos ? error : text.find(") ", error);
    if (text.rfind("OpenCV(", 0) != 0 || begin == std::string::npos)
        return text;
    const auto end = text.rfind(" in function '");
    return text.substr(begin + 2, end == std::string::npos ? end : end - begin - 2);
}

Error outOfMemory(std::string_view subject, const OnThrow& on)
{
    return {ErrorCode::OutOfMemory, std::string{subject} + ": not enough memory: " + std::string{on.ofMemory}};
}

Error described(std::string_view subject, const std::string& text, const OnThrow& on)
{
    if (saysOutOfMemory(text))
        return outOfMemory(subject, on);
    return {on.code,
        std::string{subject} + ": " + std::string{on.says} + withoutPosition(firstLine(text)) + std::string{on.advice}};
}

}

bool saysOutOfMemory(std::string_view text)
{
    constexpr std::array<std::string_view, 6> kTexts{"can't allocate memory", "not enough memory", "out of memory",
        "Failed to allocate", "could not allocate", "Insufficient memory"};
    return std::any_of(
        kTexts.begin(), kTexts.end(), [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

Error lostFile(std::string_view subject)
{
    return {ErrorCode::Unreadable,
        std::string{subject} + ": a file was cut short while it was read, or its disk failed; load it again"};
}

Error currentException(std::string_view subject, const OnThrow& on)
{
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return outOfMemory(subject, on);
    } catch (const std::system_error& error) { // a thread that could not be made
        return error.code() == std::errc::resource_unavailable_try_again ? outOfMemory(subject, on)
                                                                         : described(subject, error.what(), on);
    } catch (const std::exception& error) {
        return described(subject, error.what(), on);
    } catch (...) {
        return {on.code, std::string{subject} + ": an unknown failure"};
    }
}

}
