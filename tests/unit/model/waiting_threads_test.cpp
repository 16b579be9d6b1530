// tests/unit/model/waiting_threads_test.cpp
#include "core/model/waiting_threads.h"
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <iterator>
#include <omp.h>
#include <thread>

namespace patchlight
{
namespace
{

auto liveThreads()
{
    return std::distance(std::filesystem::directory_iterator{"/proc/self/task"}, {});
}

/// A thread that was joined stays in the list until the kernel has put it away, a moment later.
auto liveThreadsOnceTheyAre(std::ptrdiff_t expected)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (liveThreads() != expected && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return liveThreads();
}

int runnable = 1;
std::int64_t waited = 0;
const ProcessorDemand kMade{[] { return runnable; }, [] { return waited; }};

class WaitingThreads : public ::testing::Test
{
protected:
    void SetUp() override
    {
        unsetenv("OMP_WAIT_POLICY"); // where they are set, the user's will counts
        unsetenv("GOMP_SPINCOUNT");
        omp_set_num_threads(2);
        runnable = 1;
        waited = 0;
    }
    void TearDown() override
    {
        const SpinWhileAlone pass(kMade);
        waited += 1'000'000'000'000; // patient again
    }
};

TEST_F(WaitingThreads, ArePatientByOneMoreThanTheProcessorsAndAskedForOnce)
{
    const auto before = liveThreads();
    keepThreadsPatient();
    EXPECT_EQ(liveThreadsOnceTheyAre(before + 2), before + 2) << "the owner of the pool, and the thread that libgomp counts";
    EXPECT_TRUE(threadsArePatient());
    keepThreadsPatient();
    EXPECT_EQ(liveThreadsOnceTheyAre(before + 2), before + 2);
}

TEST_F(WaitingThreads, SpinInAPassWhereNothingElseWantsTheProcessors)
{
    if (omp_get_num_procs() < 2)
        GTEST_SKIP() << "one processor: a pool of two never spins";
    keepThreadsPatient();
    const auto parked = liveThreads();
    const SpinWhileAlone pass(kMade);
    EXPECT_FALSE(threadsArePatient());
    EXPECT_EQ(liveThreadsOnceTheyAre(parked - 2), parked - 2);
}

TEST_F(WaitingThreads, StayPatientWhereOthersRun)
{
    keepThreadsPatient();
    runnable = omp_get_num_procs();
    const SpinWhileAlone pass(kMade);
    EXPECT_TRUE(threadsArePatient());
}

TEST_F(WaitingThreads, StayPatientWhereNobodyTellsWhoRuns)
{
    keepThreadsPatient();
    waited = runnable = -1;
    {
        const SpinWhileAlone pass(kMade);
        EXPECT_TRUE(threadsArePatient());
    }
    waited = 0;
}

TEST_F(WaitingThreads, ArePatientAgainAfterAPassThatWaitedForAProcessor)
{
    keepThreadsPatient();
    {
        const SpinWhileAlone pass(kMade);
        waited = 1'000'000'000'000;
    }
    EXPECT_TRUE(threadsArePatient());
}

TEST_F(WaitingThreads, GoOnSpinningAfterAPassThatDidNot)
{
    if (omp_get_num_procs() < 2)
        GTEST_SKIP() << "one processor: a pool of two never spins";
    keepThreadsPatient();
    {
        const SpinWhileAlone pass(kMade);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_FALSE(threadsArePatient());
}

}
}
