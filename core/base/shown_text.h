// core/base/shown_text.h: texts that somebody else wrote (names of classes, files, models), fit to be looked at.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace patchlight
{

/// What gives a terminal commands or turns the order of characters around becomes a space: C0 controls but line ends
/// and tabs, DEL, C1 controls, bidirectional embeddings, overrides and isolates (U+202A–E, U+2066–9), line and paragraph
/// separators; a stray byte that an 8-bit terminal takes for a C1 control, too.
std::string harmlessText(std::string_view text);
/// The same on one line.
std::string harmlessLine(std::string_view text);
/// JSON text with such characters as \uXXXX, which means the same.
std::string harmlessJson(std::string_view json);

/// At most `most` characters of UTF-8, then "…".
std::string shortened(std::string_view text, std::size_t most);
/// What somebody wrote, as a message repeats it: in double quotes, at most 120 characters.
std::string asWritten(std::string_view text);
/// The number, from 1, of the first line that is no UTF-8 or holds a NUL; nothing where all is text.
std::optional<std::size_t> firstLineThatIsNoText(std::string_view text);

}
