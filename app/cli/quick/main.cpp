// app/cli/quick/main.cpp: `patchlight-cli`. Loading LibTorch takes longer than listing models, so `models` is answered
// here; for everything else the program with all commands takes this process over.
#include "app/cli/command_line.h"
#include "app/cli/last_resort.h"
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <unistd.h>

namespace
{
namespace fs = std::filesystem;

/// Beside this program where it was built, in libexec where it was installed; a copy of this file alone finds the built one.
fs::path programWithAllCommands()
{
    std::error_code ignored;
    const fs::path name = PATCHLIGHT_CLI_ENGINE_NAME;
    const auto folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const auto& place : {folder / name, folder.parent_path() / PATCHLIGHT_CLI_ENGINE_FOLDER / name})
        if (fs::exists(place, ignored))
            return place;
    return fs::path{PATCHLIGHT_CLI_ENGINE_BUILT};
}

int handOver(char** argv)
{
    const auto program = programWithAllCommands();
    ::execv(program.c_str(), argv);
    std::cerr << "error: " << program.string() << " cannot be started (" << std::strerror(errno)
              << "); install Patchlight again\n";
    return patchlight::kFailed;
}

}

int main(int argc, char** argv)
{
    if (argc > 1 && std::string_view{argv[1]} == "models")
        return patchlight::runCommandLine(argc, argv, patchlight::addModelsCommand);
    return patchlight::withLastResort("patchlight-cli", [argv] { return handOver(argv); });
}
