// app/cli/options/read_input.h: whatever can be read to its end: a file, a pipe, standard input.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include <string>

namespace patchlight
{

inline constexpr const char* kStandardInput = "-";

/// For messages: "standard input" of "-"; control characters of any other name become spaces.
std::string shownName(const std::string& file);
bool isPipe(const std::string& file);

/// All bytes. Waits for a pipe's writer as long as nobody asks to stop. Errors: NotFound, Unreadable (a folder, a
/// device, the keyboard), OutOfMemory (more than `most` bytes), Cancelled.
Result<std::string> readInput(const std::string& file, std::size_t most, const RunContext& run);

}
