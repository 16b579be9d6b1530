// app/cli/outside/manual.h: the manual page, made from the same table as --help.
#pragma once
#include <string>

namespace CLI
{
class App;
}

namespace patchlight
{

/// patchlight-cli(1) in roff (man macros): synopsis, every command with every option that --help shows, exit status,
/// files and environment. The date stays out, so that the same program writes the same page.
std::string manualPage(const CLI::App& app);

}
