// core/train/distillation/teacher_classes.h: which of the teacher's classes is which of ours.
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace patchlight
{

/// A class matches by its folder's name (an id of the list) or by one of the comma-separated names, whatever the case.
/// @param labels  the teacher's class list: tab-separated "number, id, names" or one row of names per class
/// @return the teacher's class of each of ours. Errors: NotFound, Mismatch (naming the classes without a partner).
Result<std::vector<int>> teacherClasses(const std::filesystem::path& labels,
    const std::vector<std::string>& teacherNames, const std::vector<std::string>& classIds,
    const std::vector<std::string>& classNames);

}
