// app/cli/command_line.h: parses, runs one command, maps every outcome to 0 (done), 1 (failed) or 2 (wrong usage).
#pragma once
#include "app/cli/shell.h"
#include <functional>

namespace patchlight
{

using AddCommands = std::function<void(CLI::App&, Shell&)>;

/// The program's exit status. Nothing is thrown; what went wrong is one line on stderr.
int runCommandLine(int argc, char** argv, const AddCommands& addCommands);

}
