// app/cli/outside/completion.h: what a shell offers after Tab, made from the same table as --help.
#pragma once
#include <string>
#include <vector>

namespace CLI
{
class App;
}

namespace patchlight
{

/// The shells that completionScript knows.
const std::vector<std::string>& completedShells();

/// A script that completes commands, options and the words an option allows; elsewhere files.
/// @param shell one of completedShells().
std::string completionScript(const CLI::App& app, const std::string& shell);

}
