// core/checkpoint/class_names_lines.h: what the classes are called, line by line.
#pragma once
#include "core/base/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace patchlight
{

/// One name a line; "0,name", "0<tab>id<tab>name", "0: name", "0 name"; "name,0", "name<tab>0"; a table whose head line
/// says which column is which; YAML's "- name" and "0: name", below "names:" where other keys stand beside it. A number
/// counts as one only where nearly all lines have it, so that a name may begin with a digit or hold a comma.
/// @param yaml  the file says it is YAML; @param file  for messages
/// Errors: Malformed (a line that breaks the rule of the others, with its number; a class named twice; nothing there),
/// Mismatch (another number of names; a class that the network has not).
Result<std::vector<std::string>> classNamesFromLines(
    std::string_view text, bool yaml, int classes, const std::string& file);

}
