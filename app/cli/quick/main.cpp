// app/cli/quick/main.cpp: `patchlight-cli`. Loading LibTorch takes longer than listing models, so `models` is answered
// here; for everything else the program with all commands takes this process over.
#include "app/cli/command_line.h"
#include "app/cli/last_resort.h"
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <thread>
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

/// OpenBLAS takes 134 MB for each of its threads while it is loaded, and tries for ever where a limit on addresses
/// (ulimit -v) does not leave them: it gets half of what is left beside the libraries.
void keepBuffersFew()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return;
    constexpr rlim_t kLibraries = 750'000'000, kBuffer = 143'000'000;
    const auto fits = 1 + (std::max(limit.rlim_cur, kLibraries) - kLibraries) / 2 / kBuffer;
    if (fits < std::thread::hardware_concurrency())
        ::setenv("OPENBLAS_NUM_THREADS", std::to_string(fits).c_str(), 0); // what the user says goes before
}

int handOver(char** argv)
{
    keepBuffersFew();
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
