// tests/unit/base/parallel_test.cpp
#include "core/base/parallel.h"
#include <gtest/gtest.h>
#include <numeric>
#include <stdexcept>

using namespace patchlight;

TEST(Parallel, DoesEveryTaskOnce)
{
    std::vector<int> times(1000, 0);
    parallelFor(1000, [&](int, int i) { ++times[static_cast<std::size_t>(i)]; });
    EXPECT_EQ(times, std::vector<int>(1000, 1));
}

TEST(Parallel, WhatATaskThrowsComesOutWhenAllHaveStopped)
{
    for (const int bad : {0, 1, 99})
        EXPECT_THROW(parallelFor(100,
                         [&](int, int i) {
                             if (i == bad)
                                 throw std::runtime_error("no");
                         }),
            std::runtime_error);
}

TEST(Parallel, KeepsToTheProcessorsItIsGiven)
{
    limitWorkers(1);
    EXPECT_EQ(parallelWorkers(100), 1);
    limitWorkers(0);
    EXPECT_EQ(parallelWorkers(1), 1);
}
