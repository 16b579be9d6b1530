// app/cli/last_resort.h: the last catch of a command line, for what is thrown before or after a command's own work.
#pragma once
#include "core/base/guard.h"
#include <iostream>

namespace patchlight
{

/// The exit status of `work`; 1 and one line on stderr where it throws.
template <class Work> int withLastResort(std::string_view program, Work&& work)
{
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        std::cerr << "error: " << currentException(program).message << '\n';
    }
    return 1;
}

}
