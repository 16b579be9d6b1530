// core/checkpoint/class_names.h: what the classes are called.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight
{

/// One name per line, in the order of the classes; or lines "index<tab or comma>name" (a middle column is skipped, a
/// head line too); or JSON in the shapes of class_names_json.h. Errors: NotFound, Unreadable, Malformed (an index
/// outside, or named twice), Mismatch (not as many names as classes).
Result<std::vector<std::string>> readClassNames(const std::filesystem::path& file, int classes);

/// The names that ship with the program for this many classes (1000: ImageNet-1k); empty where there are none.
std::vector<std::string> shippedClassNames(int classes);

}
