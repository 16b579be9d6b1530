// core/checkpoint/unicode_text.h: text files of other systems as UTF-8.
#pragma once
#include <string>
#include <string_view>

namespace patchlight
{

/// UTF-8 without its mark; UTF-16 where its mark says so. Half a pair or character becomes a byte that
/// is no UTF-8 (firstLineThatIsNoText).
std::string utf8From(std::string_view bytes);

}
