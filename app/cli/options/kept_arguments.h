// app/cli/options/kept_arguments.h: the files that a command's arguments name are not written over.
#pragma once
#include "core/base/kept_input.h"
#include <vector>

namespace CLI
{
class App;
}

namespace patchlight
{

/// Every argument of the parsed command that names a file, "-" standing for standard input; what names a result
/// (--out and its like) is none. Cost: one system call per argument.
std::vector<KeptInput> keptArguments(const CLI::App& command);

}
