// app/cli/least_memory.cpp: a limit on memory (ulimit -v) under which the libraries cannot even begin is told before
// they try: their initialisers end the program with whatever the allocator throws. The array of functions that this
// joins is called before theirs (System V ABI, "Initialization and Termination Functions").
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

namespace
{

/// Measured, beside what the libraries' files take: initialisers and the smallest run get along with 110 MB of addresses
/// on one processor, and a product of OpenBLAS takes 134 MB more. Each further processor takes the stacks of two pools,
/// and each further thread of OpenBLAS a stack and a buffer.
constexpr rlim_t kLeastLeft = 294'000'000, kPerProcessor = 17'000'000, kPerBuffer = 143'000'000;

/// Bytes of addresses in use; 0 where the system does not say.
rlim_t addressesUsed()
{
    char text[64] = "";
    const int file = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    const auto got = file < 0 ? -1 : ::read(file, text, sizeof text - 1);
    if (file >= 0)
        ::close(file);
    return got <= 0 ? 0 : std::strtoull(text, nullptr, 10) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

rlim_t processors()
{
    const auto count = ::sysconf(_SC_NPROCESSORS_ONLN);
    return count > 1 ? static_cast<rlim_t>(count) : 1;
}

/// As many as there are processors, or fewer where the environment says so.
rlim_t threadsOfOpenBlas(char** environment)
{
    constexpr const char* kName = "OPENBLAS_NUM_THREADS=";
    for (; environment && *environment; ++environment)
        if (std::strncmp(*environment, kName, std::strlen(kName)) == 0)
            if (const auto asked = std::strtoull(*environment + std::strlen(kName), nullptr, 10); asked > 0)
                return std::min<rlim_t>(asked, processors());
    return processors();
}

void refuseTooLittleMemory(int, char**, char** environment)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return;
    ::mallopt(M_ARENA_MAX, 1); // each further one takes 134 MB of addresses, which others then miss
    const auto used = addressesUsed();
    const auto least = used + kLeastLeft + (processors() - 1) * kPerProcessor
        + (threadsOfOpenBlas(environment) - 1) * kPerBuffer;
    if (used == 0 || limit.rlim_cur >= least)
        return;
    char says[256];
    constexpr rlim_t kMega = 1'000'000;
    const int length = std::snprintf(says, sizeof says,
        "error: too little memory: %llu MB are needed at least, but the limit is %llu MB; raise it (ulimit -v)\n",
        static_cast<unsigned long long>(least / kMega), static_cast<unsigned long long>(limit.rlim_cur / kMega));
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, says, static_cast<std::size_t>(length));
    ::_exit(1);
}

[[gnu::used, gnu::section(".preinit_array")]] void (*const refuseFirst)(int, char**, char**) = refuseTooLittleMemory;

}
