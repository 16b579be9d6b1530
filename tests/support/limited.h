// tests/support/limited.h: work in a child process that may neither grow nor run for long, so that a crash, a hang or a
// huge allocation is a failed test and nothing more.
#pragma once
#include <algorithm>
#include <cstddef>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace patchlight
{

/// Lets this process grow by no more than `bytes`. Sanitizers map terabytes of their own, so there it is left out.
inline void limitMemory([[maybe_unused]] std::size_t bytes)
{
#ifndef __SANITIZE_ADDRESS__
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    const rlim_t limit = pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) + bytes;
    const rlimit both{limit, limit};
    ::setrlimit(RLIMIT_AS, &both);
#endif
}

/// Ends this process after so many seconds of computing; sanitizers take several times as long.
inline void limitTime([[maybe_unused]] rlim_t seconds)
{
#ifndef __SANITIZE_ADDRESS__
    const rlimit both{seconds, seconds};
    ::setrlimit(RLIMIT_CPU, &both);
#endif
}

/// Expects that `wrong`, a count of what was not as it should be, returns 0 within 256 MiB and ten seconds of
/// computing.
template <class Wrong>
void expectModest(const char* what, Wrong wrong, std::size_t bytes = std::size_t{256} << 20, rlim_t seconds = 10)
{
    const auto child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        limitMemory(bytes);
        limitTime(seconds);
        ::_exit(std::min<int>(wrong(), 100));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status)) << what << " ended with signal " << WTERMSIG(status);
    EXPECT_EQ(WEXITSTATUS(status), 0) << what;
}

}
