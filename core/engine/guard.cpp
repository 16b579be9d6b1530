// core/engine/guard.cpp
#include "core/engine/guard.h"
#include <algorithm>
#include <array>
#include <c10/util/Exception.h>
#include <new>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

namespace patchlight
{
namespace
{

Error outOfMemory(std::string_view subject)
{
    return {ErrorCode::OutOfMemory,
        std::string{subject} + ": not enough memory: close other programs, or take a smaller picture or model"};
}

/// The first line only: torch and OpenCV append stacks and source positions.
std::string firstLine(std::string text)
{
    text.resize(std::min(text.find('\n'), text.size()));
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.pop_back();
    return text;
}

Error described(std::string_view subject, const std::string& text)
{
    if (saysOutOfMemory(text))
        return outOfMemory(subject);
    return {ErrorCode::Internal, std::string{subject} + ": " + firstLine(text)};
}

}

bool saysOutOfMemory(std::string_view text)
{
    constexpr std::array<std::string_view, 5> kTexts{
        "can't allocate memory", "not enough memory", "out of memory", "Failed to allocate", "could not allocate"};
    return std::any_of(
        kTexts.begin(), kTexts.end(), [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

Error currentException(std::string_view subject)
{
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return outOfMemory(subject);
    } catch (const c10::Error& error) {
        return described(subject, error.what_without_backtrace());
    } catch (const cv::Exception& error) {
        return error.code == cv::Error::StsNoMem ? outOfMemory(subject) : described(subject, error.err);
    } catch (const std::exception& error) {
        return described(subject, error.what());
    } catch (...) {
        return {ErrorCode::Internal, std::string{subject} + ": an unknown failure"};
    }
}

}
