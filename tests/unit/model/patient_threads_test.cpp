// tests/unit/model/patient_threads_test.cpp
#include "core/model/patient_threads.h"
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <iterator>

namespace patchlight
{
namespace
{

auto liveThreads()
{
    return std::distance(std::filesystem::directory_iterator{"/proc/self/task"}, {});
}

TEST(PatientThreads, AreOneMoreThanTheProcessorsAndAreAskedForOnce)
{
    unsetenv("OMP_WAIT_POLICY"); // where they are set, the user's will counts
    unsetenv("GOMP_SPINCOUNT");
    const auto before = liveThreads();
    keepThreadsPatient();
    EXPECT_EQ(liveThreads(), before + 2) << "the owner of the pool, and the thread that libgomp counts";
    keepThreadsPatient();
    EXPECT_EQ(liveThreads(), before + 2);
}

}
}
