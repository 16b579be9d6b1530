// tests/unit/base/memory_bound_test.cpp: what a run may take follows what is free and every limit.
#include "core/base/memory_bound.h"
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace patchlight;

namespace
{

/// Whether `check` holds in a process of its own.
template <class Check> bool holdsInChild(Check check)
{
    const auto child = ::fork();
    if (child == 0)
        ::_exit(check() ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}

TEST(MemoryBound, IsHalfOfWhatIsFreeUnlessItIsSet)
{
    EXPECT_GT(freeMemory(), 1'000'000U);
    EXPECT_TRUE(checkMemory(1000, "a run", "take less"));
    const auto refused = checkMemory(std::uint64_t{1} << 60, "a run", "take less");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutOfMemory);
    EXPECT_NE(refused.error().message.find("a run needs about 1152921504.6 GB of memory"), std::string::npos)
        << refused.error().message;
    EXPECT_NE(refused.error().message.find("half of what is free; take less"), std::string::npos);
    setMemoryBound(2000);
    EXPECT_FALSE(checkMemory(2001, "a run", "take less"));
    EXPECT_TRUE(checkMemory(2000, "a run", "take less"));
    setMemoryBound(0);
}

TEST(MemoryBound, SeesTheLimitOfAddresses)
{
#ifndef __SANITIZE_ADDRESS__
    EXPECT_TRUE(holdsInChild([] {
        const rlimit limit{std::uint64_t{1} << 30, std::uint64_t{1} << 30};
        ::setrlimit(RLIMIT_AS, &limit);
        return freeMemory() < (std::uint64_t{1} << 30) && freeMemory() > 1'000'000;
    }));
#endif
}

TEST(MemoryBound, SpeaksInRoundNumbers)
{
    EXPECT_EQ(memoryText(640'000'000), "640 MB");
    EXPECT_EQ(memoryText(4'830'000'000), "4.8 GB");
}
