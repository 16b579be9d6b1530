// core/base/formatted.h: printf's patterns into a string.
#pragma once
#include <string>

namespace patchlight
{

/// As snprintf, of any length. The numbers are in the C locale's form: both programs keep LC_NUMERIC at "C".
[[gnu::format(printf, 1, 2)]] std::string formatted(const char* pattern, ...);

}
