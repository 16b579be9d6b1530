// tests/fuzz/libfuzzer.cpp: one executable for all targets. PATCHLIGHT_FUZZ names one; with PATCHLIGHT_FUZZ_SEEDS its
// seeds are written to that folder first. See tests/fuzz/run.sh.
#include "tests/fuzz/targets.h"
#include <cstdio>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace patchlight::fuzz;

namespace
{

const Target* chosenTarget = nullptr;

const Target* targetNamed(std::string_view name)
{
    for (const auto& target : targets())
        if (target.name == name)
            return &target;
    return nullptr;
}

void writeSeeds(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    int number = 0;
    constexpr std::size_t kLongest = 4096; // longer ones are for the short run: they would slow this one down
    for (const auto& seed : seedBytes(*chosenTarget))
        if (seed.size() <= kLongest)
            std::ofstream(folder / ("seed-" + std::to_string(number++)), std::ios::binary) << seed;
}

}

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    const char* name = std::getenv("PATCHLIGHT_FUZZ");
    chosenTarget = targetNamed(name ? name : "");
    if (!chosenTarget) {
        std::fputs("PATCHLIGHT_FUZZ must name one of:", stderr);
        for (const auto& target : targets())
            std::fprintf(stderr, " %s", std::string(target.name).c_str());
        std::fputs("\n", stderr);
        std::exit(2);
    }
    if (const char* folder = std::getenv("PATCHLIGHT_FUZZ_SEEDS"))
        writeSeeds(folder);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    chosenTarget->run({reinterpret_cast<const std::byte*>(data), size});
    return 0;
}
