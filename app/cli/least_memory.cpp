// app/cli/least_memory.cpp: a limit on memory (ulimit -v) under which the libraries cannot even begin is told before
// they try: their initialisers end the program with whatever the allocator throws. The array of functions that this
// joins is called before theirs (System V ABI, "Initialization and Termination Functions").
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace
{

/// Measured: beside what the libraries' files take, initialisers and the smallest run get along with 250 MB of addresses
/// and not with 210.
constexpr rlim_t kLeastLeft = 250'000'000;

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

void refuseTooLittleMemory()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return;
    const auto used = addressesUsed();
    if (used == 0 || limit.rlim_cur >= used + kLeastLeft)
        return;
    char says[256];
    constexpr rlim_t kMega = 1'000'000;
    const int length = std::snprintf(says, sizeof says,
        "error: too little memory: %llu MB are needed at least, but the limit is %llu MB; raise it (ulimit -v)\n",
        static_cast<unsigned long long>((used + kLeastLeft) / kMega), static_cast<unsigned long long>(limit.rlim_cur / kMega));
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, says, static_cast<std::size_t>(length));
    ::_exit(1);
}

[[gnu::used, gnu::section(".preinit_array")]] void (*const refuseFirst)() = refuseTooLittleMemory;

}
