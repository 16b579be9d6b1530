// app/cli/text/csv_text.h: any text as one cell of a CSV file.
#pragma once
#include <string>

namespace patchlight
{

/// In quotes, its own quotes doubled (RFC 4180, section 2).
inline std::string csvQuoted(const std::string& text)
{
    std::string cell = "\"";
    for (const char c : text)
        cell += c == '"' ? std::string("\"\"") : std::string(1, c);
    return cell + "\"";
}

}
