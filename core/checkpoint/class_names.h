// core/checkpoint/class_names.h: what the classes are called.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight
{

/// One name per line, in the order of the classes; or lines with a number before or behind the name, as
/// class_names_lines.h reads them; or JSON, a Python dictionary or list in the shapes of class_names_json.h. UTF-8 or
/// UTF-16. What cannot be read for certain is refused with the line's number. Errors: NotFound, Unreadable, Malformed (an index
/// outside, or named twice), Mismatch (not as many names as classes).
Result<std::vector<std::string>> readClassNames(const std::filesystem::path& file, int classes);

/// The names that ship with the program for this many classes (1000: ImageNet-1k); empty where there are none.
std::vector<std::string> shippedClassNames(int classes);

}
